"""A call becomes observations, observations become proficiency. Pure: no I/O."""
