namespace Microsoft.ML.Gan;

/// <summary>How well a model predicts the label of real rows that it was not trained on.</summary>
/// <remarks>
/// A label of categories, or of at most 20 different numbers, is classified; others are a regression's. Figures of the other task are
/// null. Rows without a label, or of others than the 50 commonest categories, are left out. Of more than two classes each is told from
/// all others by a model of its own.
/// </remarks>
public sealed record TabularUtility
{
    /// <value>The share of rows whose class is predicted.</value>
    public double? Accuracy { get; init; }

    /// <value>The area under the ROC curve: of the rarer of two classes, or the mean over more classes of each against the rest.</value>
    public double? AreaUnderRocCurve { get; init; }

    /// <value>The mean of the classes' F1 scores.</value>
    public double? MacroF1Score { get; init; }

    /// <value>The F1 score of the rarest class.</value>
    public double? MinorityF1Score { get; init; }

    /// <value>The coefficient of determination, R², of a regression.</value>
    public double? RSquared { get; init; }

    /// <value>The mean absolute error of a regression.</value>
    public double? MeanAbsoluteError { get; init; }
}
