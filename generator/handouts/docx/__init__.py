"""The Word writer: a document to the bytes of a .docx that Word, WPS and LibreOffice open as an official document."""
