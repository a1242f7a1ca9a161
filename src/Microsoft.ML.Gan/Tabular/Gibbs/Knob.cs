namespace Microsoft.ML.Gan.Tabular.Gibbs;

internal static class Knob
{
    public static double Of(string name, double otherwise) =>
        Environment.GetEnvironmentVariable(name) is { } v ? double.Parse(v, System.Globalization.CultureInfo.InvariantCulture) : otherwise;
}
