namespace Gan.Onnx.Tests.Exploration;

[TestClass]
public sealed class LatentSpaceTests
{
    private static readonly float[] Right = [2, 0, 0], Up = [0, 2, 0];

    [TestMethod]
    public void Lerp_AnyAmount_IsOnTheLine()
    {
        CollectionAssert.AreEqual(new float[] { 1, 10 }, At(0));
        CollectionAssert.AreEqual(new float[] { 3, 20 }, At(1));
        CollectionAssert.AreEqual(new float[] { 1.5f, 12.5f }, At(0.25f));
        CollectionAssert.AreEqual(new float[] { 5, 30 }, At(2));

        static float[] At(float amount)
        {
            var latent = new float[2];
            LatentSpace.Lerp([1, 10], [3, 20], amount, latent);
            return latent;
        }
    }

    [TestMethod]
    [DataRow(0f)]
    [DataRow(0.3f)]
    [DataRow(0.5f)]
    [DataRow(1f)]
    [DataRow(1.5f)]
    public void Slerp_EqualLengths_KeepsTheLengthAndTurnsByTheAmount(float amount)
    {
        var latent = new float[3];

        LatentSpace.Slerp(Right, Up, amount, latent);

        Assert.AreEqual(2 * Math.Cos(amount * Math.PI / 2), latent[0], 1e-6);
        Assert.AreEqual(2 * Math.Sin(amount * Math.PI / 2), latent[1], 1e-6);
        Assert.AreEqual(0, latent[2]);
    }

    [TestMethod]
    public void SphericalPath_DrawnVectors_TurnsAndGrowsInEvenSteps()
    {
        const int Size = 100, Rows = 8;
        var source = new LatentSource(1, Size, LatentPrior.Normal);
        float[] from = new float[Size], to = new float[Size], path = new float[Rows * Size];
        source.Fill(0, from);
        source.Fill(1, to);

        LatentSpace.SphericalPath(from, to, path);

        CollectionAssert.AreEqual(from, path[..Size], new Near());
        CollectionAssert.AreEqual(to, path[^Size..], new Near());
        var (whole, first, last) = (Angle(from, to), Length(from), Length(to));
        for (var row = 0; row < Rows; row++)
        {
            var amount = row / (Rows - 1.0);
            var latent = path.AsSpan(row * Size, Size).ToArray();
            Assert.AreEqual(first + amount * (last - first), Length(latent), 1e-5, $"length {row}");
            Assert.AreEqual(amount * whole, Angle(from, latent), 1e-3, $"angle {row}");
            Assert.AreEqual((1 - amount) * whole, Angle(latent, to), 1e-3, $"angle {row}");
        }
    }

    [TestMethod]
    public void Slerp_OneDirectionOrNone_IsTheLine()
    {
        var latent = new float[3];

        LatentSpace.Slerp(Right, [6, 0, 0], 0.25f, latent);
        CollectionAssert.AreEqual(new float[] { 3, 0, 0 }, latent);
        LatentSpace.Slerp([0, 0, 0], Right, 0.25f, latent);
        CollectionAssert.AreEqual(new float[] { 0.5f, 0, 0 }, latent);
        LatentSpace.Slerp(Right, [2, 1e-12f, 0], 0.5f, latent);
        Assert.AreEqual(2, latent[0], 1e-6);
    }

    [TestMethod]
    public void Slerp_OppositeDirections_SaysWhatToDo()
    {
        Assert.AreEqual(
            "The latent vectors must not point in opposite directions, since no arc between those is the shortest, but they do. " +
            "Go by way of a third one. (Parameter 'to')",
            Assert.ThrowsExactly<ArgumentException>(() => LatentSpace.Slerp(Right, [-1, 0, 0], 0.5f, new float[3])).Message);
    }

    [TestMethod]
    public void LinearPath_ThreeRows_HasTheMiddle()
    {
        var path = new float[6];

        LatentSpace.LinearPath([0, 4], [2, 0], path);

        CollectionAssert.AreEqual(new float[] { 0, 4, 1, 2, 2, 0 }, path);
    }

    [TestMethod]
    public void Grid_ThreeByTwo_GoesRowByRowFromCornerToCorner()
    {
        var grid = new float[3 * 2 * 2];

        LatentSpace.Grid([10, 20], [1, 0], [0, 5], columns: 3, grid);

        CollectionAssert.AreEqual(new float[] { 9, 15, 10, 15, 11, 15, 9, 25, 10, 25, 11, 25 }, grid);
    }

    [TestMethod]
    public void Grid_OneColumn_IsInTheMiddle()
    {
        var grid = new float[4];

        LatentSpace.Grid([10, 20], [1, 0], [0, 5], columns: 1, grid);

        CollectionAssert.AreEqual(new float[] { 10, 15, 10, 25 }, grid);
    }

    [TestMethod]
    public void Truncate_Psi_ScalesEveryComponent()
    {
        float[] latents = [1, -2, 4];

        LatentSpace.Truncate(latents, 0.5f);

        CollectionAssert.AreEqual(new float[] { 0.5f, -1, 2 }, latents);
    }

    [TestMethod]
    [DataRow(-0.1f)]
    [DataRow(1.1f)]
    [DataRow(float.NaN)]
    public void Truncate_PsiOutOfRange_IsRefused(float psi) =>
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => LatentSpace.Truncate([1], psi));

    [TestMethod]
    public void Hold_SomeComponents_LeavesTheOthers()
    {
        float[] latents = [1, 2, 3, 4, 5, 6];

        LatentSpace.Hold([10, 20, 30], 1.., latents);

        CollectionAssert.AreEqual(new float[] { 1, 20, 30, 4, 20, 30 }, latents);
    }

    [TestMethod]
    public void Paths_LengthsThatDoNotFit_AreRefused()
    {
        Assert.AreEqual(
            "The latent vectors must be of one length, but have 2 and 3 components. (Parameter 'to')",
            Assert.ThrowsExactly<ArgumentException>(() => LatentSpace.Lerp([1, 2], [1, 2, 3], 0, new float[2])).Message);
        Assert.AreEqual(
            "The latents must be 2 or more times 2 values, but were 2 values. (Parameter 'latents')",
            Assert.ThrowsExactly<ArgumentException>(() => LatentSpace.SphericalPath([1, 2], [1, 3], new float[2])).Message);
        Assert.ThrowsExactly<ArgumentException>(() => LatentSpace.LinearPath([1, 2], [1, 3], new float[5]));
        Assert.ThrowsExactly<ArgumentException>(() => LatentSpace.Grid([1, 2], [1, 3], [1], 2, new float[4]));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => LatentSpace.Hold([1, 2], 1..3, new float[4]));
    }

    private static double Length(float[] vector) => Math.Sqrt(vector.Sum(component => (double)component * component));

    private static double Angle(float[] one, float[] other) =>
        Math.Acos(Math.Min(1, one.Zip(other, (a, b) => (double)a * b).Sum() / Length(one) / Length(other)));

    private sealed class Near : System.Collections.IComparer
    {
        public int Compare(object? x, object? y) => Math.Abs((float)x! - (float)y!) < 1e-5f ? 0 : 1;
    }
}
