"""What the page 我的资料 makes handouts from: the library's pieces as data, the closing, the parts of a Word file, the paper's style."""
