using Microsoft.Data.Analysis;

namespace Gan.Tool.Data.Csv;

/// <summary>A column that was read.</summary>
/// <param name="Style">How the file writes it.</param>
/// <param name="Data">Its values.</param>
internal sealed record ReadColumn(ColumnStyle Style, DataFrameColumn Data);
