namespace Gan.Onnx.Rules;

/// <summary>Whether rows keep a rule, one after the other.</summary>
/// <param name="Holds">Whether the current row keeps it.</param>
/// <param name="Take">Is told that the current row is one of the rows, which later ones may have to differ from; null if it needs not be.</param>
internal sealed record RuleCheck(Func<bool> Holds, Action? Take = null);
