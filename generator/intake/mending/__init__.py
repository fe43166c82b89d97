"""Bytes of a damaged page to sound text: encoding, the half-character slip of GBK, annotations, simplification."""
