"""Role-play: a buyer who reacts to what is said, and what comes of practising."""
