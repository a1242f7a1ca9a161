using Gan.Tool.Data;
using Gan.Tool.Evaluation;

namespace Gan.Tool.Tests.Evaluation;

[TestClass]
public sealed class ImageClassifierTests
{
    [TestMethod]
    public void Accuracy_HeldOutDigits_IsThatOfAGoodJudge()
    {
        var (training, heldOut) = DigitsReader.Read().Split();

        var judge = new ImageClassifier(training);

        Assert.IsGreaterThan(0.96, judge.Accuracy(heldOut));
        Assert.IsLessThan(0.02, judge.Accuracy(heldOut with { Images = [.. heldOut.Images.Select(Mislabelled)] }));
    }

    private static LabelledImage Mislabelled(LabelledImage image) => new() { Features = image.Features, Label = image.Label == "0" ? "1" : "0" };
}
