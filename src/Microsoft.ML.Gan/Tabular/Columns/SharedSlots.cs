using Gan.Onnx.Graph;
using Microsoft.ML.Gan.Tabular.Tables;

namespace Microsoft.ML.Gan.Tabular.Columns;

/// <summary>Which categories share a slot of a one-hot: each has its own, but for the rarest of a column that has very many.</summary>
/// <remarks>
/// The commonest categories have slots of their own; the others, in the order of their frequency, share slots of about equal frequency, so that time
/// and memory stay bounded. Within a shared slot a category is drawn by its frequency from one uniform number, by the alias method (Walker 1977;
/// tables as in Vose 1991).
/// </remarks>
internal sealed class SharedSlots
{
    /// <summary>The most slots of a column.</summary>
    public const int MostSlots = 256;

    private const int MostShared = 64;

    private readonly int[] _slotOf;

    /// <param name="counts">The rows of each category, in descending order.</param>
    public SharedSlots(IReadOnlyList<int> counts)
    {
        var starts = Starts(counts);
        First = starts;
        Sizes = [.. starts.Select((start, slot) => (slot + 1 < starts.Length ? starts[slot + 1] : counts.Count) - start)];
        _slotOf = new int[counts.Count];
        for (var slot = 0; slot < Count; slot++) Array.Fill(_slotOf, slot, First[slot], Sizes[slot]);
        (KeepShare, Alias) = AliasTables(counts);
    }

    /// <summary>The slots of categories.</summary>
    public static SharedSlots Of(IReadOnlyList<Category> categories) => new([.. categories.Select(category => category.Count)]);

    /// <value>The number of slots.</value>
    public int Count => First.Length;

    /// <value>Whether each category has a slot of its own.</value>
    public bool IsOneToOne => Count == _slotOf.Length;

    /// <value>The first category of each slot; the others follow it.</value>
    public int[] First { get; }

    /// <value>The number of categories of each slot.</value>
    public int[] Sizes { get; }

    /// <value>For each category, the share of its column of the alias table that is its own.</value>
    public float[] KeepShare { get; }

    /// <value>For each category, the one that the rest of its column is of.</value>
    public long[] Alias { get; }

    /// <summary>The rows of each slot.</summary>
    public double[] RowsOf(IReadOnlyList<Category> categories)
    {
        var rows = new double[Count];
        foreach (var (code, category) in categories.Index()) rows[_slotOf[code]] += category.Count;
        return rows;
    }

    public int SlotOf(int category) => _slotOf[category];

    /// <summary>The slots of cells.</summary>
    /// <param name="codes">The category of each row; negative for none.</param>
    public int[] SlotsOf(int[] codes) => Array.ConvertAll(codes, code => code < 0 ? Choice.None : _slotOf[code]);

    /// <summary>Writes a category among those of a slot, drawn by the alias tables: Int64 (N, 1).</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="uniform">The uniform number that decides, (N, 1).</param>
    /// <param name="slot">The slot: Int64 (N, 1).</param>
    public OnnxValue Draw(OnnxGraphBuilder graph, OnnxValue uniform, OnnxValue slot)
    {
        var point = graph.Times(uniform, graph.Gather(Singles(Array.ConvertAll(Sizes, size => (float)size)), slot));
        var last = graph.Gather(Wholes(Array.ConvertAll(Sizes, size => size - 1L)), slot);
        var place = graph.Clip(graph.Cast(point, OnnxElementType.Int64), null, last);            // the whole part of the point
        var part = graph.Minus(point, graph.Cast(place, OnnxElementType.Single));
        var own = graph.Plus(graph.Gather(Wholes(Array.ConvertAll(First, first => (long)first)), slot), place);
        return graph.Where(graph.Compare("Less", part, graph.Gather(Singles(KeepShare), own)), own, graph.Gather(Wholes(Alias), own));

        OnnxValue Singles(float[] values) => graph.Constant(values, values.Length);

        OnnxValue Wholes(long[] values) => graph.Constant(values, values.Length);
    }

    private static int[] Starts(IReadOnlyList<int> counts)
    {
        if (counts.Count <= MostSlots) return [.. Enumerable.Range(0, counts.Count)];
        const int own = MostSlots - MostShared;
        var starts = Enumerable.Range(0, own).ToList();
        var total = counts.Skip(own).Sum(count => (long)count);
        var seen = 0L;
        for (var category = own; category < counts.Count; category++)
        {
            var block = starts.Count - own;
            var isFull = seen * MostShared >= total * block;
            var mustStart = counts.Count - category <= MostShared - block;      // as many categories left as slots
            if (block < MostShared && (isFull || mustStart)) starts.Add(category);
            seen += counts[category];
        }
        return [.. starts];
    }

    private (float[] KeepShare, long[] Alias) AliasTables(IReadOnlyList<int> counts)
    {
        var keep = new float[counts.Count];
        var alias = new long[counts.Count];
        for (var slot = 0; slot < Count; slot++)
        {
            var categories = Enumerable.Range(First[slot], Sizes[slot]).ToArray();
            var mean = categories.Average(category => (double)counts[category]);
            var shares = categories.ToDictionary(category => category, category => counts[category] / mean);
            var small = new Stack<int>(categories.Where(category => shares[category] < 1));
            var large = new Stack<int>(categories.Where(category => shares[category] >= 1));
            foreach (var category in categories) (keep[category], alias[category]) = (1, category);
            while (small.Count > 0 && large.Count > 0)
            {
                var (least, most) = (small.Pop(), large.Pop());
                (keep[least], alias[least]) = ((float)shares[least], most);
                shares[most] -= 1 - shares[least];
                (shares[most] < 1 ? small : large).Push(most);
            }
        }
        return (keep, alias);
    }
}
