namespace Gan.Evaluation.Images.Features;

/// <summary>Makes the features of an image.</summary>
internal interface IFeatureExtractor : IDisposable
{
    /// <value>What the features are, as results name them.</value>
    string Name { get; }

    /// <summary>The features of one image, whose black is 0 and white 1.</summary>
    float[] Extract(float[] pixels);
}
