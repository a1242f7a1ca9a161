namespace Microsoft.ML.Gan.Tabular.Reading;

/// <summary>Numbers or dates, as steps of a lattice.</summary>
/// <param name="schema">What ML.NET says of the column.</param>
/// <param name="role">Numeric, integer or date.</param>
/// <param name="lattice">The grid that the values lie on.</param>
/// <param name="steps">The step of each row; NaN where missing.</param>
internal sealed class NumberColumn(ColumnSchema schema, TabularColumnRole role, Lattice lattice, double[] steps) : TableColumn(schema, role)
{
    public Lattice Lattice => lattice;

    public double[] Steps => steps;

    public override int RowCount => steps.Length;

    public override int MissingCount { get; } = steps.Count(double.IsNaN);

    public override bool IsMissing(int row) => double.IsNaN(steps[row]);
}
