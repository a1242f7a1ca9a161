namespace Gan.Evaluation.Tables;

/// <summary>The tables of one evaluation, of the same columns in the same order.</summary>
/// <param name="Real">The real table.</param>
/// <param name="Synthetic">The synthetic table.</param>
/// <param name="Test">Real rows that the generator was not trained on; null for none.</param>
internal sealed record EvaluatedTables(EvaluatedTable Real, EvaluatedTable Synthetic, EvaluatedTable? Test)
{
    /// <summary>The columns of the real table that are identifiers.</summary>
    public IEnumerable<EvaluatedColumn> Identifiers() =>
        Real.Columns.Where((column, position) => Tables.Identifiers.Has(column, Test?.Columns[position]));

    /// <summary>The tables without some columns.</summary>
    public EvaluatedTables Without(IEnumerable<EvaluatedColumn> columns)
    {
        var names = columns.Select(column => column.Name).ToHashSet();
        return new(Real.Without(names), Synthetic.Without(names), Test?.Without(names));
    }
}
