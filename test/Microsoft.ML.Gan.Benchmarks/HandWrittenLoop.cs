using Gan.Onnx;
using Microsoft.ML.Gan.Architectures.Layers;
using Microsoft.ML.Gan.Noise;
using Microsoft.ML.Gan.Torch;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Microsoft.ML.Gan.Benchmarks;

/// <summary>
/// A GAN's loop as a user of TorchSharp would write it: batches copied from arrays, torch's Adam and cross-entropy, new fakes for either player,
/// nothing measured or averaged. Other losses and the penalties are the library's own formulas.
/// </summary>
internal sealed class HandWrittenLoop
{
    private readonly GanTrainer.Options _options;
    private readonly Random _random = new(1);
    private readonly INoise _noise;
    private readonly Device _device;
    private readonly float[][] _rows;
    private readonly long[] _shape;
    private readonly nn.Module<Tensor, Tensor> _generator;
    private readonly nn.Module<Tensor, Tensor> _discriminator;
    private readonly Adam _generatorOptimizer;
    private readonly Adam _discriminatorOptimizer;
    private readonly BCEWithLogitsLoss _crossEntropy = nn.BCEWithLogitsLoss();
    private long _steps;

    public HandWrittenLoop(GanTrainer.Options options, GanArchitecture architecture, int[] sampleShape, int rowCount, Device device)
    {
        _device = device;
        _noise = new NoiseSource(1, LatentPrior.Normal, device);
        _options = options;
        var rowSize = sampleShape.Product();
        _rows = [.. Enumerable.Range(0, rowCount).Select(_ => Enumerable.Range(0, rowSize).Select(_ => _random.NextSingle()).ToArray())];
        _shape = [options.BatchSize / options.PackSize, sampleShape[0] * options.PackSize, .. sampleShape.Skip(1).Select(size => (long)size)];
        _generator = Plain(architecture.BuildGenerator(options.LatentSize, sampleShape)).to(device);
        _discriminator = Plain(architecture.BuildDiscriminator([sampleShape[0] * options.PackSize, .. sampleShape.Skip(1)])).to(device);
        _generatorOptimizer = optim.Adam(_generator.parameters(), options.GeneratorLearningRate, options.AdamBeta1, options.AdamBeta2);
        _discriminatorOptimizer = optim.Adam(_discriminator.parameters(), options.DiscriminatorLearningRate, options.AdamBeta1, options.AdamBeta2);
    }

    private bool IsCrossEntropy => ReferenceEquals(_options.Loss, GanLosses.NonSaturating);

    public void Round()
    {
        using var scope = NewDisposeScope();
        var real = NextBatch();
        for (var step = 0; step < _options.DiscriminatorSteps; step++)
        {
            if (step > 0) real = NextBatch();
            StepDiscriminator(real);
        }
        StepGenerator(real);
    }

    private void StepDiscriminator(Tensor real)
    {
        _discriminatorOptimizer.zero_grad();
        var fake = Generate().detach();
        if (!ReferenceEquals(_options.Regularizer, GanRegularizers.None)) (real, fake) = (real.requires_grad_(), fake.requires_grad_());
        var d = new Logits(_discriminator.call(real), _discriminator.call(fake));
        var loss = IsCrossEntropy
            ? _crossEntropy.call(d.Real, ones_like(d.Real)) + _crossEntropy.call(d.Fake, zeros_like(d.Fake))
            : _options.Loss.ForDiscriminator(d);
        if (_options.Regularizer.Penalty(new DiscriminatorStep(_discriminator.call, real, fake, d, _steps++, 0,
            _noise)) is { } penalty) loss += penalty;
        loss.backward();
        _discriminatorOptimizer.step();
        using var noGrad = no_grad();
        _options.Regularizer.Constrain([.. _discriminator.parameters()]);
    }

    private void StepGenerator(Tensor real)
    {
        _generatorOptimizer.zero_grad();
        var ofFake = _discriminator.call(Generate());
        var loss = IsCrossEntropy
            ? _crossEntropy.call(ofFake, ones_like(ofFake))
            : _options.Loss.ForGenerator(new Logits(_options.Loss.IsRelativistic ? _discriminator.call(real).detach() : null, ofFake));
        loss.backward();
        _generatorOptimizer.step();
    }

    /// <summary>The same layers, but for those that serve nothing but speed.</summary>
    private static nn.Module<Tensor, Tensor> Plain(nn.Module<Tensor, Tensor> network) =>
        network is Sequential layers
            ? nn.Sequential(layers.children().Cast<nn.Module<Tensor, Tensor>>().Where(layer => layer is not ChannelsLast))
            : network;

    private Tensor NextBatch()
    {
        var rowSize = _rows[0].Length;
        var buffer = new float[_options.BatchSize * rowSize];
        for (var row = 0; row < _options.BatchSize; row++) _rows[_random.Next(_rows.Length)].CopyTo(buffer, row * rowSize);
        return tensor(buffer, _shape, device: _device);
    }

    private Tensor Generate() => _generator.call(randn(_options.BatchSize, _options.LatentSize, device: _device)).reshape(_shape);
}
