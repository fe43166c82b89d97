"""How far the library is: what is written of each case, what it rests on, who changed it last, which handouts are behind."""
