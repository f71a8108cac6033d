"""Speech: quotations and their speakers, indirect speech with its source, cue and content."""
