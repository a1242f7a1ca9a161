namespace Gan.Onnx;

/// <summary>The names of the tensors in the files: what other programs rely on.</summary>
internal static class GanTensors
{
    public const string Latent = "Latent";
    public const string Given = "Given";
    public const string GivenNumbers = "GivenNumbers";
    public const string Label = "Label";
    public const string Sample = "Sample";
    public const string Score = "Score";
    public const string Probability = "Probability";
    public const string PredictedLabel = "PredictedLabel";
}
