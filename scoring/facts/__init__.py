"""From one call to facts about its deal: read, checked like scores, and merged over calls."""
