using Microsoft.ML.Gan.Tabular.Tables;

namespace Microsoft.ML.Gan.Tabular.Columns;

/// <summary>A column that is a function of a category column: it is looked up, not learnt. A state follows from its city.</summary>
/// <param name="Index">Which of the table's columns it is.</param>
/// <param name="Schema">What ML.NET says of the column.</param>
/// <param name="Role">The role of its values.</param>
/// <param name="Source">The index of the column that decides it.</param>
internal abstract record DerivedForm(int Index, ColumnSchema Schema, TabularColumnRole Role, int Source)
    : ColumnForm(Index, Schema, Role, Missing: null);
