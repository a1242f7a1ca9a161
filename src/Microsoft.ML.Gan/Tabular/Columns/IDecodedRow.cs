using Gan.Onnx.Graph;

namespace Microsoft.ML.Gan.Tabular.Columns;

/// <summary>What is decoded of a row in a file: what a column's form makes its values of.</summary>
internal interface IDecodedRow
{
    OnnxGraphBuilder Graph { get; }

    /// <summary>The slot of a choice: Int64 (N, 1).</summary>
    OnnxValue Slot(int choice);

    /// <summary>Whether a choice has a slot: Boolean (N, 1).</summary>
    OnnxValue IsIn(int choice, int slot);

    /// <summary>The points of a number on its grid, in order with others: double (N, 1).</summary>
    OnnxValue Points(int number);

    /// <summary>The codes of a category column; a missing cell has the code behind the last: Int64 (N, 1).</summary>
    /// <param name="column">The index of the column in the table.</param>
    OnnxValue Code(int column);

    /// <summary>The uniform number that draws among the categories of a slot: (N, 1).</summary>
    OnnxValue Uniform(CategoryForm column);

    /// <summary>The category that is given where one is, else another: Int64 (N, 1).</summary>
    OnnxValue OrGiven(ColumnForm column, OnnxValue code);

    /// <summary>Values as they are given, where they are and are no others here.</summary>
    /// <param name="column">Their column.</param>
    /// <param name="points">Their points, double (N, 1).</param>
    /// <param name="values">Of the column's own type.</param>
    OnnxValue OrGiven(ColumnForm column, OnnxValue points, OnnxValue values);

    /// <summary>One code for every row: Int64 (N, 1).</summary>
    OnnxValue Everywhere(long code);
}
