"""Word files: refused with what to do, or read through mammoth; what mammoth leaves out is told."""
