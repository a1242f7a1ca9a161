using Microsoft.ML.Gan.Tabular.Tables;

namespace Microsoft.ML.Gan.Tabular.Columns;

/// <summary>A column that is a function of another: it is looked up or computed, not learnt. A state follows from its city.</summary>
/// <param name="Index">Which of the table's columns it is.</param>
/// <param name="Schema">What ML.NET says of the column.</param>
/// <param name="Role">The role of its values.</param>
/// <param name="Source">The index of the column that decides it.</param>
/// <param name="Missing">The choice between there and missing; null if it needs none.</param>
internal abstract record DerivedForm(int Index, ColumnSchema Schema, TabularColumnRole Role, int Source, MissingForm? Missing = null)
    : ColumnForm(Index, Schema, Role, Missing)
{
    public override bool IsDerived => true;
}
