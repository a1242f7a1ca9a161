using Gan.Onnx;

namespace Gan.Evaluation.Tables;

/// <summary>A column of numbers, in the order of the rows; NaN where missing, never infinite.</summary>
internal sealed record EvaluatedNumbers(string Name, double[] Values) : EvaluatedColumn(Name)
{
    /// <value>What the numbers measure; it decides how they are written.</value>
    public Quantity Quantity { get; init; } = Quantity.Number;

    public override double MissingRate => Values.Length == 0 ? 0 : (double)Values.Count(double.IsNaN) / Values.Length;

    public override bool IsConstant => Array.TrueForAll(Values, value => value.Equals(Values[0]));

    public override EvaluatedNumbers At(int[] rows) => this with { Values = Array.ConvertAll(rows, row => Values[row]) };

    public override EvaluatedNumbers Append(EvaluatedColumn others) => this with { Values = [.. Values, .. ((EvaluatedNumbers)others).Values] };

    /// <summary>The values that are not missing, in ascending order.</summary>
    public double[] Sorted()
    {
        var sorted = Array.FindAll(Values, value => !double.IsNaN(value));
        Array.Sort(sorted);
        return sorted;
    }
}
