"""Names that a noun begins: « guerre en Syrie », « ministère de la Santé », « Agence spatiale canadienne »."""
