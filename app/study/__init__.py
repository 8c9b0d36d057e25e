"""The statistics of proficiency on plain files: the product's own functions over a history."""
