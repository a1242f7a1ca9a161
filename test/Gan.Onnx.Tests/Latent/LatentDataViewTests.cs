using Microsoft.ML;
using Microsoft.ML.Data;

namespace Gan.Onnx.Tests.Latent;

[TestClass]
public sealed class LatentDataViewTests
{
    private readonly MLContext _mlContext = new();

    [TestMethod]
    [DataRow(LatentPrior.Normal)]
    [DataRow(LatentPrior.Uniform)]
    public void Latents_SmallerCount_GivesTheFirstRowsOfTheLarger(LatentPrior prior)
    {
        var many = _mlContext.Gan().Latents(1000, 5, 3, prior).Vectors("Latent");
        var few = _mlContext.Gan().Latents(10, 5, 3, prior).Vectors("Latent");

        TestData.AreSame(many[..10], few);
        Assert.HasCount(1000, many.Select(row => row[0]).Distinct().ToArray());
    }

    [TestMethod]
    public void Latents_OtherSeed_GivesOtherRows()
    {
        var first = _mlContext.Gan().Latents(50, 3, 1).Vectors("Latent");
        var second = _mlContext.Gan().Latents(50, 3, 2).Vectors("Latent");

        Assert.IsEmpty(first.SelectMany(row => row).Intersect(second.SelectMany(row => row)));
    }

    [TestMethod]
    public void Latents_NormalPrior_HasMomentsAndQuantilesOfTheStandardNormal()
    {
        var values = _mlContext.Gan().Latents(20_000, 5, 11).Vectors("Latent").SelectMany(row => row).Order().ToArray();

        // Five standard errors at 100,000 values
        Assert.AreEqual(0, values.Average(), 0.016);
        Assert.AreEqual(1, values.Average(value => value * value), 0.023);
        Assert.AreEqual(3, values.Average(value => Math.Pow(value, 4)), 0.16);
        Assert.AreEqual(-1.2816, values[10_000], 0.027);
        Assert.AreEqual(0.6745, values[75_000], 0.022);
    }

    [TestMethod]
    public void Latents_UniformPrior_IsUniformOnTheOpenInterval()
    {
        var values = _mlContext.Gan().Latents(20_000, 5, 11, LatentPrior.Uniform).Vectors("Latent").SelectMany(row => row).Order().ToArray();

        // Kolmogorov-Smirnov distance; exceeds 0.0069 once in 10,000 samples of 100,000 uniform values
        var distance = values.Select((value, i) => Math.Abs((value + 1) / 2 - (i + 0.5) / values.Length)).Max();
        Assert.IsLessThan(0.0069, distance);
        Assert.IsGreaterThan(-1, values[0]);
        Assert.IsLessThan(1, values[^1]);
    }

    [TestMethod]
    public void Latents_TwoSlots_AreUncorrelated()
    {
        var rows = _mlContext.Gan().Latents(20_000, 4, 5).Vectors("Latent");

        Assert.AreEqual(0, rows.Average(row => row[0] * row[1]), 0.036);
        Assert.AreEqual(0, rows.Average(row => row[1] * row[2]), 0.036);
        Assert.AreEqual(0, rows.Zip(rows.Skip(1), (row, next) => row[0] * next[0]).Average(), 0.036);
    }

    [TestMethod]
    [DataRow(0)]
    [DataRow(1)]
    [DataRow(64)]
    [DataRow(65)]
    [DataRow(1000)]
    public void GetRowCursorSet_AnyNumber_GivesEachRowOnce(int count)
    {
        var view = _mlContext.Gan().Latents(count, 3, 3);
        var expected = view.Vectors("Latent");

        foreach (var number in new[] { 1, 2, 3, 7, 40 })
        {
            var rows = view.GetRowCursorSet(view.Schema, number)
                .SelectMany(cursor => TestData.Read(cursor, "Latent")).OrderBy(row => row.Id.Low).ToList();

            CollectionAssert.AreEqual(Enumerable.Range(0, count).Select(row => (ulong)row).ToArray(), rows.Select(row => row.Id.Low).ToArray());
            TestData.AreSame(expected, [.. rows.Select(row => row.Values)]);
        }
    }

    [TestMethod]
    public void GetRowCursorSet_Batches_GrowAndBelongToOneCursor()
    {
        var view = _mlContext.Gan().Latents(500, 1);

        var batches = view.GetRowCursorSet(view.Schema, 3).Select(cursor =>
        {
            var seen = new List<long>();
            while (cursor.MoveNext()) seen.Add(cursor.Batch);
            return seen;
        }).ToArray();

        Assert.HasCount(3, batches);
        foreach (var seen in batches) CollectionAssert.AreEqual(seen.Order().ToArray(), seen);
        Assert.HasCount(8, batches.SelectMany(seen => seen.Distinct()).ToArray());
    }

    [TestMethod]
    public void Latents_RowCountAndShuffle_AreKnown()
    {
        var view = _mlContext.Gan().Latents(12, 4, latentColumnName: "z");

        Assert.AreEqual(12, view.GetRowCount());
        Assert.IsFalse(view.CanShuffle);
        Assert.AreEqual("z: Vector<Single, 4>", string.Join("; ", view.Schema.Select(column => $"{column.Name}: {column.Type}")));
        Assert.HasCount(5, view.Preview(5).RowView);
    }

    [TestMethod]
    public void Latents_NumberOutOfRange_IsRefused()
    {
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => _mlContext.Gan().Latents(-1, 2));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => _mlContext.Gan().Latents(1, 0));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => _mlContext.Gan().Latents(1, 1, prior: (LatentPrior)9));
        Assert.ThrowsExactly<ArgumentException>(() => _mlContext.Gan().Latents(1, 1, latentColumnName: " "));
    }

    [TestMethod]
    public void Cursor_BeforeTheFirstRowOrForAnInactiveColumn_IsRefused()
    {
        var view = _mlContext.Gan().Latents(1, 2);
        VBuffer<float> value = default;

        using var cursor = view.GetRowCursor(view.Schema);
        var getter = cursor.GetGetter<VBuffer<float>>(view.Schema[0]);
        Assert.ThrowsExactly<InvalidOperationException>(() => getter(ref value));
        Assert.ThrowsExactly<InvalidOperationException>(() => cursor.GetGetter<float>(view.Schema[0]));
        using var inactive = view.GetRowCursor([]);
        Assert.ThrowsExactly<InvalidOperationException>(() => inactive.GetGetter<VBuffer<float>>(view.Schema[0]));
    }
}
