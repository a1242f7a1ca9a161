using Microsoft.ML.Gan.Noise;
using Microsoft.ML.Gan.Tabular.Columns;
using Microsoft.ML.Gan.Tabular.Players;
using Microsoft.ML.Gan.Tabular.Rows;
using Microsoft.ML.Gan.Tests.Export;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Tests.Tabular.Players;

[TestClass]
public sealed class TabularNetworkTests : IDisposable
{
    private const int LatentSize = 8;
    private const int Rows = 600;

    private readonly NoiseSource _noise = TestTables.Noise();
    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly TableSchema _schema;
    private readonly TabularGeneratorNetwork _generator;
    private readonly TableBatches _batches;

    public TabularNetworkTests()
    {
        var table = TestTables.Learn(TestTables.EveryType(Rows));
        _schema = table.Schema;
        _generator = new TabularGeneratorNetwork(_schema, LatentSize, 32, 2, _noise);
        ExportedModule.Randomise(_generator, 6);
        _batches = new TableBatches(table, [.. Enumerable.Range(0, Rows)], 200, 1, _noise, CPU);
    }

    public void Dispose()
    {
        _batches.Dispose();
        _generator.Dispose();
        _scope.Dispose();
        _noise.Dispose();
    }

    [TestMethod]
    public void Generator_GivenCells_ComeOutAsGiven()
    {
        for (var draw = 0; draw < 5; draw++)
        {
            var condition = _batches.Next().Condition!;

            var rows = _generator.forward(_noise.Latents(200, LatentSize), condition);

            var given = condition.narrow(1, _schema.Choices.Count, _schema.Layout.MadeSlots);
            Assert.IsGreaterThan(0, given.sum().ToDouble());
            Assert.AreEqual(1, rows.narrow(1, 0, _schema.Layout.MadeSlots).masked_select(given.gt(0.5)).min().ToDouble(), 1e-5);
            AssertEachChoiceIsOneSlotOrMissing(rows);
        }
    }

    [TestMethod]
    public void Generator_MissingCells_AreZero()
    {
        var rows = _generator.forward(_noise.Latents(Rows, LatentSize), zeros(Rows, _schema.Layout.ConditionWidth));

        AssertEachChoiceIsOneSlotOrMissing(rows);
        foreach (var number in _schema.Numbers.Where(number => number.Presence is not null))
        {
            var isMissing = rows.select(1, _schema.Choices[number.Presence!.Value].Offset + Choice.IsMissing).gt(0.5);
            var numbers = rows.select(1, _schema.Layout.MadeSlots + number.Index);
            Assert.IsGreaterThan(0, isMissing.sum().ToInt64());
            Assert.IsTrue(numbers.eq(0).eq(isMissing).all().ToBoolean(), number.Column);
        }
    }

    [TestMethod]
    public void Generator_DerivedColumnGiven_DrawsOnlySourcesThatLeadToIt()
    {
        var derived = _schema.Columns.OfType<DerivedCategoryForm>().ToList();
        // one of a source before the numbers, one of a source after them
        Assert.HasCount(2, derived);
        foreach (var column in derived)
        {
            var source = _schema.Choices[_schema.Columns[column.Source].ValueChoice!.Value];
            for (var slot = 0; slot < column.Categories.Count; slot++)
            {
                var condition = zeros(Rows, _schema.Layout.ConditionWidth);
                condition.select(1, column.Choice).fill_(1);
                condition.select(1, _schema.Choices.Count + _schema.Choices[column.Choice].Offset + slot).fill_(1);

                var made = _generator.forward(_noise.Latents(Rows, LatentSize), condition).narrow(1, source.Offset,
                    source.Size).argmax(1).data<long>().ToArray();

                foreach (var category in made) Assert.AreEqual(slot, column.CodeOf[(int)category]);
            }
        }
    }

    [TestMethod]
    public void Generator_Choices_AreDrawnWithTheFrequenciesOfTheSoftmax()
    {
        const int draws = 20_000;
        using var noGrad = no_grad();
        foreach (var parameter in _generator.parameters()) parameter.mul_(0.5);                              // so that no choice is sure
        var latents = _noise.Latents(1, LatentSize).expand(draws, LatentSize);
        var condition = zeros(draws, _schema.Layout.ConditionWidth);
        var drawn = new List<(ChoiceGroup Group, Tensor Logits, Tensor OneHots)>();

        _generator.Make(latents, condition, (head, logits) =>
        {
            drawn.Add((head.Group, logits, _generator.Draw(head, logits, condition)));
            // so that what is seen is the same in each row
            return zeros_like(logits);
        });

        var tested = 0;
        foreach (var (group, choice) in _generator.ChoiceHeads.SelectMany(head => head.Group.Choices.Select(choice => (head.Group, choice))))
        {
            var (_, logits, oneHots) = drawn.Single(part => part.Group == group);
            var shares = logits[0].narrow(0, choice.Offset - group.Offset, choice.Size).softmax(0).data<float>().ToArray();
            var counts = oneHots.narrow(1, choice.Offset - group.Offset, choice.Size).sum([0]).data<float>().ToArray();
            if (shares.Min() * draws < 10) continue;
            var statistic = shares.Zip(counts, (share, count) => Math.Pow(count - draws * share, 2) / (draws * share)).Sum();
            var freedom = choice.Size - 1;
            Assert.IsTrue(statistic < freedom + 5 * Math.Sqrt(2 * freedom) + 8, $"χ² is {statistic} with {freedom} degrees of freedom.");
            if (freedom >= 10) Assert.IsTrue(
                statistic > freedom - 4 * Math.Sqrt(2 * freedom), $"χ² is {statistic} with {freedom} degrees of freedom.");
            tested++;
        }
        Assert.IsGreaterThan(3, tested);
    }

    [TestMethod]
    public void Networks_Objective_GivesEveryParameterAGradient()
    {
        using var discriminator = new TabularDiscriminatorNetwork(_schema, 32, 3);
        ExportedModule.Randomise(discriminator, 7);
        var condition = _batches.Next().Condition!;

        discriminator.forward(_generator.forward(_noise.Latents(200, LatentSize), condition), condition).square().mean().backward();

        foreach (var (name, parameter) in _generator.named_parameters().Concat(discriminator.named_parameters()))
        {
            Assert.IsNotNull(parameter.grad, name);
            Assert.IsGreaterThan(0, parameter.grad.abs().sum().ToDouble(), name);
        }
        foreach (var head in _generator.ChoiceHeads)
            Assert.AreEqual(head.Group.Size, head.Bias.grad!.ne(0).sum().ToInt64(), "Each slot of a row teaches the generator.");
        Assert.AreEqual(
            _schema.Layout.NumberCount, Parameter("numbers.output.2.bias").grad!.ne(0).sum().ToInt64(),
                "Each number of a row teaches the generator.");
    }

    [TestMethod]
    public void Generator_EachPartSeesThoseBeforeIt_AndDoesNotPullThem()
    {
        Assert.HasCount(2, _generator.ChoiceHeads);
        var (before, after) = (_generator.ChoiceHeads[0], _generator.ChoiceHeads[1]);
        var parts = Make(slot: 0);

        (parts.Numbers.square().sum() + parts.Logits.square().sum()).backward();

        Assert.IsTrue(HasNoGradient(before.Bias), "The gradient of numbers and later choices stops before the first choices.");
        Assert.IsFalse(HasNoGradient(Parameter("numbers.output.2.bias")));
        var others = Make(slot: 1);
        Assert.IsGreaterThan(1e-3, (others.Numbers - parts.Numbers).abs().sum(1).min().ToDouble(), "Other first choices, other numbers.");
        Assert.IsGreaterThan(1e-3, (others.Logits - parts.Logits).abs().sum(1).min().ToDouble(), "Other first choices, other later ones.");
        foreach (var parameter in _generator.parameters()) parameter.grad = null;
        parts = Make(slot: 0);
        parts.Logits.square().sum().backward();
        Assert.IsTrue(HasNoGradient(Parameter("numbers.output.2.bias")), "The gradient of later choices stops before the numbers.");
        using (no_grad()) Parameter("numbers.output.2.bias").add_(0.5);
        Assert.IsGreaterThan(1e-3, (Make(slot: 0).Logits - parts.Logits).abs().sum(1).min().ToDouble(), "Other numbers, other later choices.");

        (Tensor Numbers, Tensor Logits) Make(int slot)
        {
            random.manual_seed(3);
            var found = empty(0);
            var (latents, condition) = (randn(50, LatentSize), zeros(50, _schema.Layout.ConditionWidth));
            var (_, numbers) = _generator.Make(latents, condition, (head, logits) =>
            {
                if (head == after) found = logits;
                var oneHots = zeros_like(logits);
                oneHots.select(1, slot).fill_(1);
                return oneHots;
            });
            return (numbers, found);
        }
    }

    private static bool HasNoGradient(Tensor parameter) => parameter.grad is null || parameter.grad.abs().sum().ToDouble() == 0;

    private Parameter Parameter(string name) => _generator.named_parameters().Single(parameter => parameter.name == name).parameter;

    [TestMethod]
    public void Discriminator_RowsAndConditions_GiveALogitEach()
    {
        using var discriminator = new TabularDiscriminatorNetwork(_schema, 32, 3);
        ExportedModule.Randomise(discriminator, 7);
        var batch = _batches.Next();

        var logits = discriminator.forward(batch.Rows, batch.Condition);

        CollectionAssert.AreEqual(new long[] { 200, 1 }, logits.shape);
        var flags = batch.Condition!.clone();
        flags.narrow(1, _schema.Choices.Count, _schema.Layout.SlotCount).zero_();
        var withFlags = discriminator.forward(batch.Rows, flags);
        Assert.IsGreaterThan(1e-3, (logits - withFlags).abs().min().ToDouble(), "The given cells matter.");
        using (no_grad()) discriminator.named_parameters().Single(parameter => parameter.name == "projection.weight").parameter.zero_();
        var (alone, none) = (discriminator.forward(batch.Rows, flags), discriminator.forward(batch.Rows, zeros_like(flags)));
        Assert.IsGreaterThan(1e-3, (alone - none).abs().min().ToDouble(), "That they are given matters beside the projection.");
    }

    private void AssertEachChoiceIsOneSlotOrMissing(Tensor rows)
    {
        foreach (var choice in _schema.Choices.Take(_schema.MadeChoices))
        {
            var slots = rows.narrow(1, choice.Offset, choice.Size);
            var expected = choice.PresenceSlot is { } slot ? rows.select(1, slot) : ones(rows.shape[0]);
            Assert.AreEqual(0, (slots.sum(1) - expected).abs().max().ToDouble(), 1e-5);
            Assert.AreEqual(0, (slots * (1 - slots)).abs().max().ToDouble(), 1e-5);
        }
    }
}
