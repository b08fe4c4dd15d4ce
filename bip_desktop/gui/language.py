# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The interface's language: the sources are Danish, every other language is a translation of them."""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate
"""`translate(context, text)`: the text in the interface's language. Both are literals, so that lupdate finds them."""
