using Microsoft.ML.Gan.Tabular.Tables;

namespace Microsoft.ML.Gan.Tabular.Columns;

/// <summary>Rows as the networks have them: a slot of each choice, an interval of ranks of each number.</summary>
internal sealed class EncodedRows
{
    public EncodedRows(TableSchema schema, int count)
    {
        Schema = schema;
        Count = count;
        Slots = new int[schema.Choices.Count][];
        Low = new float[schema.Numbers.Count][];
        High = new float[schema.Numbers.Count][];
    }

    /// <value>What the rows are encoded by.</value>
    public TableSchema Schema { get; }

    /// <value>The number of rows.</value>
    public int Count { get; }

    /// <value>Of which table they are a sample; null if they are all of it.</value>
    public TableSample? Sample { get; init; }

    /// <value>By choice, the slot of each row; <see cref="Choice.None"/> where it has none.</value>
    public int[][] Slots { get; }

    /// <value>By number, where each row's interval of ranks begins; 0 where it is missing.</value>
    public float[][] Low { get; }

    /// <value>By number, where it ends; 0 where it is missing.</value>
    public float[][] High { get; }

    /// <summary>Whether a row's number is there.</summary>
    public bool IsThere(Number number, int row) => number.Presence is not { } presence || Slots[presence][row] == Choice.IsThere;
}
