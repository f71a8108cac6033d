"""The kinds of files that articles come in, each read by the module of its name."""
