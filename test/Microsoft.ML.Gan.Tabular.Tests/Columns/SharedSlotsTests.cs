using Microsoft.ML.Gan.Tabular.Columns;

namespace Microsoft.ML.Gan.Tests.Tabular.Columns;

[TestClass]
public sealed class SharedSlotsTests
{
    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    [DataRow(SharedSlots.MostSlots)]
    public void Slots_FewCategories_AreOneToOne(int categories)
    {
        var slots = new SharedSlots([.. Enumerable.Range(0, categories).Select(category => 1000 - category)]);

        Assert.IsTrue(slots.IsOneToOne);
        Assert.AreEqual(categories, slots.Count);
        for (var category = 0; category < categories; category++) Assert.AreEqual(category, slots.SlotOf(category));
    }

    [TestMethod]
    [DataRow(SharedSlots.MostSlots + 1, "even")]
    [DataRow(300, "skewed")]
    [DataRow(5000, "even")]
    [DataRow(100_000, "skewed")]
    [DataRow(100_000, "even")]
    public void Slots_ManyCategories_AreAllUsedAndFollowEachOther(int categories, string kind)
    {
        var counts = Counts(categories, kind);

        var slots = new SharedSlots(counts);

        Assert.IsFalse(slots.IsOneToOne);
        Assert.AreEqual(SharedSlots.MostSlots, slots.Count);
        Assert.AreEqual(categories, slots.Sizes.Sum());
        Assert.IsTrue(slots.Sizes.Take(192).All(size => size == 1), "The commonest have slots of their own.");
        var category = 0;
        for (var slot = 0; slot < slots.Count; slot++)
        {
            Assert.AreEqual(category, slots.First[slot]);
            for (var end = category + slots.Sizes[slot]; category < end; category++) Assert.AreEqual(slot, slots.SlotOf(category));
        }
        var shared = Enumerable.Range(192, 64)
            .Select(slot => Enumerable.Range(slots.First[slot], slots.Sizes[slot]).Sum(own => (long)counts[own])).ToList();
        Assert.IsTrue(shared.Max() <= 2 * shared.Average() + counts[192], $"Shared slots are about equal: {shared.Min()} to {shared.Max()} rows.");
    }

    [TestMethod]
    [DataRow(300, "skewed")]
    [DataRow(100_000, "skewed")]
    [DataRow(5000, "even")]
    public void AliasTables_EachCategory_HasItsShareOfTheSlot(int categories, string kind)
    {
        var counts = Counts(categories, kind);
        var slots = new SharedSlots(counts);
        var share = new double[categories];
        for (var category = 0; category < categories; category++)
        {
            var size = slots.Sizes[slots.SlotOf(category)];
            Assert.AreEqual(slots.SlotOf(category), slots.SlotOf((int)slots.Alias[category]));
            share[category] += (double)slots.KeepShare[category] / size;
            share[slots.Alias[category]] += (1 - (double)slots.KeepShare[category]) / size;
        }

        for (var slot = 0; slot < slots.Count; slot++)
        {
            var own = Enumerable.Range(slots.First[slot], slots.Sizes[slot]).ToList();
            var total = own.Sum(category => (double)counts[category]);
            foreach (var category in own) Assert
                .AreEqual(counts[category] / total, share[category], 1e-6 * counts[category] / total, $"category {category}");
        }
    }

    private static int[] Counts(int categories, string kind) =>
        [.. Enumerable.Range(0, categories).Select(category => kind == "even" ? 7 : Math.Max(1, 50_000 / (category + 1)))];
}
