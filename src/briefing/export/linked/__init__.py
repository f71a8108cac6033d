"""The dossier as linked data: JSON-LD graphs, data blocks of pages, Web Annotations."""
