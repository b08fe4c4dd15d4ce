# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""The pictures of progress. Picture, table and sentence are made from the same frozen object.

Only `theme_plot` knows pyqtgraph, and it is imported when the first curve is drawn.
"""
