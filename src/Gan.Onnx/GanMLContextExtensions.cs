namespace Microsoft.ML;

/// <summary>Gives <see cref="MLContext"/> its catalog for generative adversarial networks.</summary>
public static class GanMLContextExtensions
{
    /// <summary>The catalog of what there is for generative adversarial networks.</summary>
    /// <param name="mlContext">The context whose device, temporary folder and log are used.</param>
    public static GanCatalog Gan(this MLContext mlContext)
    {
        ArgumentNullException.ThrowIfNull(mlContext);
        return new GanCatalog(mlContext);
    }
}
