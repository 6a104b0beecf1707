"""Books from a table (CSV, XLSX) or from a publisher (ONIX 3): read, compared with the library, stored as drafts."""
