namespace Gan.AspNetCore;

/// <summary>What the rows of a model look like.</summary>
/// <param name="ColumnNames">Their columns as CSV: where there are classes they come first, as <c>Label</c>.</param>
/// <param name="Images">The shape of images; null where rows are none.</param>
internal sealed record RowShape(IReadOnlyList<string> ColumnNames, ImageShape? Images);
