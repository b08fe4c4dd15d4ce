# SPDX-FileCopyrightText: 2026 The BIP Desktop contributors
# SPDX-License-Identifier: MPL-2.0
"""Estimators in numpy: what statsmodels does not do, or cannot at this size."""
