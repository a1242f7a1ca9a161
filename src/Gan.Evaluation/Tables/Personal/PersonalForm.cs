using Gan.Onnx;

namespace Gan.Evaluation.Tables.Personal;

/// <summary>What columns of a kind of personal data are called, and what is in them.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="IsNamed">Whether the words of a column's name tell the kind, or need not.</param>
/// <param name="Fits">Whether a value can be one.</param>
internal sealed record PersonalForm(PersonalKind Kind, Func<string, bool> IsNamed, Func<string, bool> Fits);
