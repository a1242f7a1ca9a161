using Gan.Evaluation.Tables.Models;
using Microsoft.ML;
using Microsoft.ML.Gan;

namespace Gan.Evaluation.Tables.Utility;

/// <summary>How well models that are trained on one table predict the label of another's rows.</summary>
internal sealed class UtilityMeasure
{
    private readonly MLContext _mlContext;
    private readonly int _label;
    private readonly LabelClasses _classes;
    private readonly FeatureEncoding _encoding;
    private readonly (EvaluatedTable Table, int Row, float Target)[] _test;

    /// <param name="mlContext">Trains the models.</param>
    /// <param name="real">The table that says what classes, categories and scales there are.</param>
    /// <param name="label">The position of the label column.</param>
    /// <param name="test">The rows to predict the label of.</param>
    public UtilityMeasure(MLContext mlContext, EvaluatedTable real, int label, IEnumerable<(EvaluatedTable Table, int Row)> test)
    {
        _mlContext = mlContext;
        _label = label;
        _classes = new LabelClasses(real.Columns[label]);
        _encoding = new FeatureEncoding(real, label);
        _test = [.. Targets(test)];
    }

    /// <summary>Trains on rows and scores the test rows; null when either have no label.</summary>
    public TabularUtility? Of(IEnumerable<(EvaluatedTable Table, int Row)> train)
    {
        var rows = Targets(train).ToArray();
        if (rows.Length == 0 || _test.Length == 0) return null;
        return _classes.Count == 0 ? Regression(rows) : Classification(rows);
    }

    private TabularUtility Regression((EvaluatedTable Table, int Row, float Target)[] train)
    {
        var predicted = new BoostedTrees(_mlContext, 150, 0.1, 20).Numbers(_encoding.Rows(_mlContext, train), _encoding.Rows(_mlContext, _test))
            ?? [.. Enumerable.Repeat(train.Average(row => row.Target), _test.Length)];
        var errors = _test.Zip(predicted, (row, number) => (double)row.Target - number).ToArray();
        var mean = _test.Average(row => row.Target);
        var spread = _test.Sum(row => Math.Pow(row.Target - mean, 2));
        return new TabularUtility
        {
            RSquared = spread > 0 ? 1 - errors.Sum(error => error * error) / spread : null,
            MeanAbsoluteError = _classes.Unit.Up(errors.Average(Math.Abs)) is var error && double.IsFinite(error) ? error : null,
        };
    }

    private TabularUtility Classification((EvaluatedTable, int, float)[] train)
    {
        var ofClasses = new float[_classes.Count][];
        for (var position = 0; position < ofClasses.Length; position++)
            ofClasses[position] = position == 1 && ofClasses.Length == 2
                ? Array.ConvertAll(ofClasses[0], first => 1 - first)
                : Probabilities(train, position);
        return new ClassScores([.. _test.Select(row => (int)row.Target)], ofClasses).ToUtility();
    }

    /// <summary>The probability of one class, against all others, for each test row.</summary>
    private float[] Probabilities((EvaluatedTable Table, int Row, float Target)[] train, int ofClass)
    {
        var share = (float)train.Count(row => row.Target == ofClass) / train.Length;
        var trees = _classes.Count == 2
            ? new BoostedTrees(_mlContext, 150, 0.05, 50)
            : new BoostedTrees(_mlContext, 50, 0.15, 20);                // one model for each class
        var isLearnt = share is > 0 and < 1;
        var rows = train.Select(row => (row.Table, row.Row, row.Target == ofClass ? 1f : 0));
        return (isLearnt ? trees.Probabilities(_encoding.Rows(_mlContext, rows), _encoding.Rows(_mlContext, _test)) : null)
            ?? [.. Enumerable.Repeat(share, _test.Length)];
    }

    private IEnumerable<(EvaluatedTable Table, int Row, float Target)> Targets(IEnumerable<(EvaluatedTable Table, int Row)> rows)
    {
        foreach (var (table, row) in rows)
            if (_classes.TargetOf(table.Columns[_label], row) is { } target) yield return (table, row, target);
    }
}
