using Microsoft.ML.Gan.Tabular.Columns;
using Microsoft.ML.Gan.Tabular.Export;
using Microsoft.ML.Gan.Tabular.Gibbs;
using Microsoft.ML.Gan.Tabular.Players;
using Microsoft.ML.Gan.Tests.Tabular.Columns;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests.Tabular.Export;

/// <summary>A cell of a sample: missing, or a category's code, or a point before it is rounded to the grid.</summary>
internal readonly record struct ReferenceCell(bool IsMissing, int Category, double Point);

/// <summary>What a file must compute, in plain loops: from the network's own outputs in torch and the normal numbers behind z to cells.</summary>
internal sealed class ReferenceDecoder(TabularModel model)
{
    private const double Rounding = 3e-6;                             // of a running sum of shares in single precision

    private readonly HashSet<int> _ties = [];
    private readonly TableSchema _schema = model.Schema;
    private readonly long[] _choiceOfSlot = model.Schema.Layout.ChoiceOfSlot;
    private readonly IReadOnlyList<int?> _presenceOfPlace = model.Schema.Layout.PresenceOfPlaces;
    private readonly Dictionary<int, double[]> _drawn = [];           // by number, of each row: the value that was drawn anew; NaN for none
    private float[,] _numbers = new float[0, 0];
    private int[,] _slots = new int[0, 0];                            // (rows, made choices)
    private double[,] _uniform = new double[0, 0];
    private IReadOnlyDictionary<int, long[]> _given = new Dictionary<int, long[]>();

    /// <value>The rows in which rounding decides a choice that the rest of the row sees: the file may make another row there.</value>
    public IReadOnlySet<int> Ties => _ties;

    /// <summary>The cells of each column.</summary>
    /// <param name="latents">(rows, latent width).</param>
    /// <param name="given">By column: a code for each row, −1 for none, −2 for missing, −3 for present.</param>
    public ReferenceCell[][] Decode(float[,] latents, IReadOnlyDictionary<int, long[]> given)
    {
        using var scope = NewDisposeScope();
        using var noGrad = no_grad();
        var rows = latents.GetLength(0);
        var all = tensor(latents);
        var behind = all.narrow(1, model.LatentSize, all.shape[1] - model.LatentSize).to(float64);
        _uniform = ToArray<double>(0.5 + 0.5 * special.erf(behind * Math.Sqrt(0.5)));
        (_slots, _given) = (new int[rows, _schema.MadeChoices], given);
        var conditions = Conditions(rows, given);
        _numbers = ToArray<float>(
            model.Generator.Make(
                all.narrow(1, 0, model.LatentSize), tensor(conditions),
                    (head, logits) => Draw(head.Group, ToArray<float>(logits), conditions)).Numbers);
        var (quantiles, done) = (Quantiles(), _schema.MadeChoices + _schema.SharedColumns.Count);
        foreach (var part in (model.Refinement as RowRefinements)?.Parts ?? [])
        {
            if (part is GibbsSweep sweep) Sweep(sweep.Network, conditions, quantiles, done);
            if (part is NumberSweep numbers) Sweep(numbers, quantiles, done);
            done += part.Draws;
        }
        return [.. _schema.Columns.Select((column, index) => Enumerable.Range(0, rows).Select(row => Cell(column, index, row)).ToArray())];
    }

    /// <summary>Draws common values and categories anew, each by all other cells.</summary>
    private void Sweep(DependencyNetwork network, float[,] conditions, float[,] quantiles, int firstDraw)
    {
        var rows = _slots.GetLength(0);
        var ruledOut = Contradictions.Of(_schema) is { } contradictions
            ? tensor(conditions).narrow(1, _schema.Choices.Count + _schema.Layout.MadeSlots, _schema.Layout.DerivedSlots).mm(
                tensor(contradictions, [_schema.Layout.DerivedSlots, _schema.Layout.MadeSlots])) * TabularGeneratorNetwork.RuledOut
            : zeros(rows, _schema.Layout.MadeSlots);
        foreach (var (draw, index) in network.Drawn.Index())
        {
            var choice = network.Choices[index];
            var shares = network.call(tensor(Encoded(quantiles)), eye(network.Choices.Count).narrow(0, index, 1).expand(rows, -1)).narrow(
                1, choice.Offset, choice.Size);
            var logits = ToArray<float>(index < _schema.MadeChoices ? shares - ruledOut.narrow(1, choice.Offset, choice.Size) : shares);
            for (var row = 0; row < rows; row++)
            {
                var (slot, isTie) = Draw(
                    [.. Enumerable.Range(0, choice.Size).Select(slot => (double)logits[row, slot])], _uniform[
                        row, firstDraw + draw]);
                if (index < _schema.MadeChoices
                    ? !Take(row, index, slot)
                    : !TakeValue(row, _schema.DiscreteNumbers[index - _schema.MadeChoices], slot)) continue;
                if (isTie) _ties.Add(row);
            }
        }

        bool Take(int row, int index, int slot)
        {
            var choice = _schema.Choices[index];
            if (Enumerable.Range(0, choice.Size).Any(slot => conditions[row, _schema.Choices.Count + choice.Offset + slot] > 0)) return false;
            _slots[row, index] = slot;
            return true;
        }

        bool TakeValue(int row, DiscreteNumber common, int slot)
        {
            var place = common.Number;
            if (!IsThere(common.Choice.PresenceSlot, row)
                || common.Values.All(value => value.Value != Point(model.Maps[place], _numbers[row, place]))) return false;
            TakeNumber(quantiles, row, place, common.Values[slot].Value, common.Values[slot].Middle);
            return true;
        }
    }

    /// <summary>Draws numbers anew, each by all other cells.</summary>
    private void Sweep(NumberSweep sweep, float[,] quantiles, int firstDraw)
    {
        var rows = _slots.GetLength(0);
        foreach (var (draw, number) in sweep.Network.Drawn.Index())
        {
            var asked = eye(sweep.Network.CellCount).narrow(0, _schema.MadeChoices + number, 1).expand(rows, -1);
            var logits = sweep.Network.Logits(sweep.Network.call(tensor(Encoded(quantiles)), asked), draw);
            var uniform = tensor([.. Enumerable.Range(0, rows).Select(row => (float)_uniform[row, firstDraw + draw])], [rows, 1]);
            var ends = NumberEnds.Of(_schema.Numbers[number].Ranks);
            var stays = ends.Has(tensor([.. Enumerable.Range(0, rows).Select(row => quantiles[row, number])]).NormalRank()).data<float>().ToArray();
            var ranks = ToArray<float>(RankBins.Draw(ends.Inside(logits), uniform));
            var map = sweep.Maps[draw];
            for (var row = 0; row < rows; row++)
                if (stays[row] == 0 && IsThere(_presenceOfPlace[_schema.Layout.MadeSlots + number], row))
                    TakeNumber(quantiles, row, number, Point(map, ranks[row, 0]), map.RankOf(ranks[row, 0]));
        }
    }

    private void TakeNumber(float[,] quantiles, int row, int number, double value, float rank)
    {
        if (!_drawn.ContainsKey(number)) _drawn.Add(number, [.. Enumerable.Repeat(double.NaN, quantiles.GetLength(0))]);
        _drawn[number][row] = value;
        quantiles[row, number] = tensor(rank).NormalQuantile().item<float>();
    }

    /// <summary>The numbers that training rows of the same values have: (rows, numbers).</summary>
    private float[,] Quantiles()
    {
        var ranks = new float[_numbers.GetLength(0), _schema.Layout.NumberCount];
        for (var row = 0; row < ranks.GetLength(0); row++)
            for (var place = 0; place < _schema.Layout.NumberCount; place++) ranks[row, place] = model.Maps[place].RankOf(_numbers[row, place]);
        return ToArray<float>(tensor(ranks).NormalQuantile());
    }

    /// <summary>The rows as they are now, encoded: (rows, row width).</summary>
    private float[,] Encoded(float[,] quantiles)
    {
        var encoded = new float[_slots.GetLength(0), _schema.Layout.RowWidth];
        for (var row = 0; row < encoded.GetLength(0); row++)
        {
            for (var index = 0; index < _schema.MadeChoices; index++)
                if (IsThere(_schema.Choices[index].PresenceSlot, row)) encoded[row, _schema.Choices[index].Offset + _slots[row, index]] = 1;
            for (var place = 0; place < _schema.Layout.NumberCount; place++)
                if (IsThere(_presenceOfPlace[_schema.Layout.MadeSlots + place], row)) encoded[row, _schema.Layout.MadeSlots + place] = quantiles[
                    row, place];
        }
        return encoded;
    }

    private bool IsThere(int? presence, int row) => presence is not { } slot || _slots[row, (int)_choiceOfSlot[slot]] == Choice.IsThere;

    private float[,] Conditions(int rows, IReadOnlyDictionary<int, long[]> given)
    {
        var conditions = new float[rows, _schema.Layout.ConditionWidth];
        foreach (var (index, codes) in given)
        {
            var column = _schema.Columns[index];
            for (var row = 0; row < rows; row++)
            {
                if (codes[row] == -1) continue;
                if (column.Presence is { } presence) Give(presence, codes[row] == -2 ? Choice.IsMissing : Choice.IsThere);
                if (codes[row] >= 0 && column.ValueChoice is { } value) Give(value, column is CategoryForm own
                    ? own.Slots.SlotOf((int)codes[row])
                    : (int)codes[row]);

                void Give(int choice, int slot) =>
                    conditions[row, choice] = conditions[row, _schema.Choices.Count + _schema.Choices[choice].Offset + slot] = 1;
            }
        }
        return conditions;
    }

    private ReferenceCell Cell(ColumnForm column, int index, int row)
    {
        var code = _given.TryGetValue(index, out var codes) ? codes[row] : -1;
        if (column.Presence is { } presence && (code == -1 ? _slots[row, presence] == Choice.IsMissing : code == -2)) return new(true, 0, 0);
        return column switch
        {
            CategoryForm category => new(false, code >= 0 ? (int)code : Category(category, row), 0),
            NumberForm form => new(false, 0, Point(_schema.Numbers[form.Numbers[^1]], row)),
            DerivedForm derived => Derived(derived, code, row),
            _ => throw new InvalidOperationException(),
        };
    }

    private double Point(Number column, int row)
    {
        var own = _drawn.TryGetValue(column.Index, out var drawn) && !double.IsNaN(drawn[row])
            ? drawn[row]
            : Point(model.Maps[column.Index], _numbers[row, column.Index]);
        if (column.Difference is not { } difference) return own;
        var learnt = _schema.Numbers[difference.Base];
        var other = learnt.Snap(Point(learnt, row));
        return Math.Clamp((difference.Slope * other) + difference.Offset + own, difference.Least, difference.Greatest);
    }

    private ReferenceCell Derived(DerivedForm column, long code, int row)
    {
        var decided = Cell(_schema.Columns[column.Source], column.Source, row).Category;
        return column is DerivedCategoryForm categories
            ? new(false, code >= 0 ? (int)code : categories.CodeOf[decided], 0)
            : new(false, 0, ((DerivedNumberForm)column).PointOf[decided]);
    }

    private int Category(CategoryForm column, int row)
    {
        if (column.Choice is not { } choice) return 0;
        var (slot, table) = (_slots[row, choice], column.Slots);
        if (table.IsOneToOne) return slot;
        var shared = _schema.Columns.OfType<CategoryForm>().Where(other => !other.Slots.IsOneToOne).ToList().IndexOf(column);
        var point = _uniform[row, _schema.MadeChoices + shared] * table.Sizes[slot];
        var place = Math.Min((int)point, table.Sizes[slot] - 1);
        var own = table.First[slot] + place;
        return point - place < table.KeepShare[own] ? own : (int)table.Alias[own];
    }

    /// <summary>Draws a group's choices that are not given; their one-hots.</summary>
    private Tensor Draw(ChoiceGroup group, float[,] logits, float[,] conditions)
    {
        var oneHots = new float[logits.GetLength(0), group.Size];
        foreach (var (place, choice) in group.Choices.Index())
            for (var row = 0; row < oneHots.GetLength(0); row++)
            {
                var (index, from) = (group.First + place, choice.Offset - group.Offset);
                var given = Array.FindIndex(
                    [.. Enumerable.Range(_schema.Choices.Count + choice.Offset, choice.Size)], slot => conditions[row, slot] > 0);
                var (drawn, isTie) = Draw([.. Enumerable.Range(from, choice.Size).Select(slot => (double)logits[row, slot])], _uniform[row, index]);
                if (given < 0 && isTie && group == _schema.ManyCategories) _ties.Add(row);
                var slot = given >= 0 ? given : drawn;
                _slots[row, index] = slot;
                oneHots[row, from + slot] = 1;
            }
        return tensor(oneHots);
    }

    private static (int Slot, bool IsTie) Draw(double[] logits, double uniform)
    {
        var greatest = logits.Max();
        double[] weights = Array.ConvertAll(logits, logit => Math.Exp(logit - greatest));
        var total = weights.Sum();
        var (sum, slot, isTie) = (0.0, 0, false);
        foreach (var weight in weights.SkipLast(1))
        {
            sum += weight / total;
            isTie |= Math.Abs(sum - uniform) < Rounding;
            if (sum <= uniform) slot++;
        }
        return (slot, isTie);
    }

    private static double Point(QuantileMap scale, float output)
    {
        var above = Array.FindIndex(scale.Outputs, other => other > output);
        if (above == 0) return scale.Points[0];
        if (above < 0) return scale.Points[^1];
        var share = ((double)output - scale.Outputs[above - 1]) / ((double)scale.Outputs[above] - scale.Outputs[above - 1]);
        return scale.Points[above - 1] + share * (scale.Points[above] - scale.Points[above - 1]);
    }

    private static T[,] ToArray<T>(Tensor values)
        where T : unmanaged => values.numel() == 0 ? new T[values.shape[0], values.shape[1]] : (T[,])values.contiguous().data<T>().ToNDArray();
}
