using TorchSharp;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests.Augmentation;

[TestClass]
public sealed class DifferentiableAugmentationTests
{
    public static IEnumerable<(bool Color, bool Translation, bool Cutout)> Parts =>
        [(true, false, false), (false, true, false), (false, false, true), (true, true, true)];

    [TestMethod]
    [DynamicData(nameof(Parts))]
    public void Apply_Images_KeepsTheirShapeAndReachesThemWithGradients(bool color, bool translation, bool cutout)
    {
        using var scope = NewDisposeScope();
        var images = randn(6, 3, 16, 12).requires_grad_();

        var changed = GanAugmentations.DiffAugment(color, translation, cutout).Apply(images, shape => rand(shape));
        changed.square().sum().backward();

        CollectionAssert.AreEqual(images.shape, changed.shape);
        Assert.IsGreaterThan(0.1f, (changed - images).abs().amax(1, 2, 3).max().ToSingle());
        Assert.IsGreaterThan(0f, images.grad!.abs().sum(1, 2, 3).min().ToSingle(), "Every image gets a gradient.");
    }

    [TestMethod]
    public void Apply_SameUniforms_GivesTheSameImagesAndOthersGiveOthers()
    {
        using var scope = NewDisposeScope();
        var images = randn(4, 3, 8, 8);

        var (first, second, other) = (Apply(seed: 1), Apply(seed: 1), Apply(seed: 2));

        CollectionAssert.AreEqual(first, second);
        CollectionAssert.AreNotEqual(first, other);

        float[] Apply(int seed)
        {
            var generator = new Generator((ulong)seed);
            return GanAugmentations.DiffAugment().Apply(images, shape => rand(shape, generator: generator)).data<float>().ToArray();
        }
    }

    [TestMethod]
    public void Color_Uniforms_ShiftBrightnessThenStretchSaturationThenContrast()
    {
        using var scope = NewDisposeScope();
        var image = tensor(new float[] { 0, 0.4f, 0.2f, 0.8f, 0.4f, 0.6f }, [1, 3, 1, 2]);        // pixels (0, .2, .4) and (.4, .8, .6)

        // brightness +0.25; saturation and contrast at u = ½ leave all as it is
        AssertValues([0.25f, 0.65f, 0.45f, 1.05f, 0.65f, 0.85f], Color(image, 0.75f, 0.5f, 0.5f));
        // no saturation: each pixel becomes its mean, 0.2 and 0.6
        AssertValues([0.2f, 0.6f, 0.2f, 0.6f, 0.2f, 0.6f], Color(image, 0.5f, 0, 0.5f));
        // half the contrast about the image's mean, 0.4
        AssertValues([0.2f, 0.4f, 0.3f, 0.6f, 0.4f, 0.5f], Color(image, 0.5f, 0.5f, 0));
    }

    [TestMethod]
    [DataRow(0f, -2)]
    [DataRow(0.39f, -1)]
    [DataRow(0.5f, 0)]
    [DataRow(0.99f, 2)]
    public void Translation_Uniform_MovesTheImageAndLetsZerosIn(float u, int shift)
    {
        using var scope = NewDisposeScope();
        var image = randn(1, 1, 16, 16);                                                      // shifts go to 16/8 = 2

        var moved = GanAugmentations.DiffAugment(false, true, false).Apply(image, Uniforms(u, 0.5f));

        var expected = zeros_like(image);
        var (from, to, length) = (Math.Max(0, -shift), Math.Max(0, shift), 16 - Math.Abs(shift));
        expected.narrow(2, to, length).copy_(image.narrow(2, from, length));
        CollectionAssert.AreEqual(expected.data<float>().ToArray(), moved.contiguous().data<float>().ToArray());
    }

    [TestMethod]
    public void Translation_EachImage_HasItsOwnShift()
    {
        using var scope = NewDisposeScope();
        var images = arange(8, dtype: float32).add(1).reshape(1, 1, 1, 8).expand(2, 1, 8, 8);

        var moved = GanAugmentations.DiffAugment(false, true, false).Apply(images, Uniforms([0.5f, 0.5f], [0, 0.99f]));

        CollectionAssert.AreEqual(new float[] { 2, 3, 4, 5, 6, 7, 8, 0 }, Row(moved, 0));
        CollectionAssert.AreEqual(new float[] { 0, 1, 2, 3, 4, 5, 6, 7 }, Row(moved, 1));

        static float[] Row(Tensor images, int image) => images[image, 0, 3].contiguous().data<float>().ToArray();
    }

    [TestMethod]
    [DataRow(8, 0.5f, 16)]                                                                  // 4 of 8 rows, 4 of 8 columns
    [DataRow(8, 0f, 4)]                                                                     // the centre is a corner: 2 of 4 are inside
    [DataRow(8, 0.999f, 4)]
    [DataRow(10, 0.5f, 25)]
    [DataRow(10, 0f, 9)]
    public void Cutout_Uniform_BlanksHalfOfEachSideAsFarAsItIsInside(int side, float u, int blank)
    {
        using var scope = NewDisposeScope();

        var cut = GanAugmentations.DiffAugment(false, false, true).Apply(ones(1, 3, side, side), Uniforms(u, u));

        Assert.AreEqual(3 * blank, cut.eq(0).sum().ToInt32());
        Assert.AreEqual(3 * ((side * side) - blank), cut.eq(1).sum().ToInt32());
    }

    [TestMethod]
    public void GanAugmentations_Names_TellWhatIsOn()
    {
        Assert.AreEqual("None", GanAugmentations.None.Name);
        Assert.AreEqual("DiffAugment (color, translation, cutout)", GanAugmentations.DiffAugment().Name);
        Assert.AreEqual("DiffAugment (cutout)", GanAugmentations.DiffAugment(color: false, translation: false).Name);
        var fault = Assert.ThrowsExactly<ArgumentException>(() => GanAugmentations.DiffAugment(false, false, false));
        Assert.Contains("For no augmentation use GanAugmentations.None.", fault.Message);
    }

    [TestMethod]
    public void Problem_VectorSample_IsNamed()
    {
        Assert.IsNull(GanAugmentations.None.Problem([5]));
        Assert.IsNull(GanAugmentations.DiffAugment().Problem([1, 8, 8]));
        Assert.AreEqual(
            "The sample shape must be [channels, height, width] for DiffAugment (translation), but was [5]. Use GanAugmentations.None.",
            GanAugmentations.DiffAugment(false, true, false).Problem([5]));
    }

    private static float[] Color(Tensor image, params float[] uniforms) =>
        GanAugmentations.DiffAugment(true, false, false).Apply(image, Uniforms(uniforms)).data<float>().ToArray();

    private static Func<long[], Tensor> Uniforms(params float[] values) => Uniforms([.. values.Select(value => new[] { value })]);

    /// <summary>One number for each image at each draw.</summary>
    private static Func<long[], Tensor> Uniforms(params float[][] draws)
    {
        var remaining = new Queue<float[]>(draws);
        return shape => tensor(remaining.Dequeue(), shape);
    }

    private static void AssertValues(float[] expected, float[] actual)
    {
        Assert.HasCount(expected.Length, actual);
        for (var i = 0; i < expected.Length; i++) Assert.AreEqual(expected[i], actual[i], 1e-6f, $"Value {i}.");
    }
}
