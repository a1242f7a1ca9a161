using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.OnnxRuntime;

namespace Gan.Onnx;

/// <summary>Rows on their way through the model: read one by one, run together when the first value is asked for.</summary>
internal sealed class ScoringBatch : IDisposable
{
    private readonly OnnxScorer _scorer;
    private readonly InputTensor[] _inputs;
    private readonly string[] _inputNames;
    private readonly OutputTensor?[] _outputs;
    private readonly string[] _outputNames;
    private readonly OrtValue[] _inputValues;
    private readonly OrtValue[] _outputValues;
    private readonly RunOptions _runOptions = OnnxSession.CreateRun();
    private bool _isScored;

    /// <param name="mapper">Says where the inputs are and which columns are outputs.</param>
    /// <param name="source">The rows to read.</param>
    /// <param name="isActive">By column of the output schema, whether it is asked for; other outputs are not computed.</param>
    /// <param name="capacity">The largest number of rows.</param>
    public ScoringBatch(OnnxScorerMapper mapper, DataViewRow source, bool[] isActive, int capacity)
    {
        _scorer = mapper.Scorer;
        Capacity = capacity;
        _inputs =
        [
            .. _scorer.Inputs.Zip(mapper.InputColumns, (input, column) => InputTensor.Create(input, source, column, capacity)),
            .. _scorer.Constants.Select(constant => InputTensor.Create(constant, capacity)),
        ];
        _outputs = [.. _scorer.Outputs.Select((output, index) => isActive[mapper.FirstOutput + index] ? OutputTensor.Create(output, this) : null)];
        _inputNames = [.. _scorer.Inputs.Select(input => input.TensorName), .. _scorer.Constants.Select(constant => constant.TensorName)];
        _outputNames = [.. _scorer.Outputs.Where((_, index) => _outputs[index] is not null).Select(output => output.TensorName)];
        _inputValues = new OrtValue[_inputs.Length];
        _outputValues = new OrtValue[_outputNames.Length];
    }

    public int Capacity { get; }

    /// <summary>The number of rows read.</summary>
    public int Count { get; private set; }

    /// <summary>The row that getters give the values of.</summary>
    public int Slot { get; set; }

    public void Clear()
    {
        Count = 0;
        _isScored = false;
    }

    /// <summary>Reads the source's current row.</summary>
    public void Add()
    {
        foreach (var input in _inputs) input.Read(Count);
        Count++;
    }

    /// <summary>Runs the model, once for all rows read since <see cref="Clear"/>.</summary>
    public void Score()
    {
        if (Slot < 0) throw Getters.NotAtRow();
        if (_isScored) return;
        for (var i = 0; i < _inputs.Length; i++) _inputValues[i] = _inputs[i].Bind(Count);
        var next = 0;
        foreach (var output in _outputs)
        {
            if (output is not null) _outputValues[next++] = output.Bind(Count);
        }
        _scorer.Model.Run(_runOptions, _inputNames, _inputValues, _outputNames, _outputValues);
        _isScored = true;
    }

    /// <summary>Makes all active outputs' cells of the current row, for their faults alone.</summary>
    public void Check()
    {
        foreach (var output in _outputs) output?.Check();
    }

    /// <summary>The getter of an active output, by its place among the outputs.</summary>
    public Delegate Getter(int output) => _outputs[output]!.Getter;

    public void Dispose()
    {
        foreach (var input in _inputs) input.Dispose();
        foreach (var output in _outputs) output?.Dispose();
        _runOptions.Dispose();
    }
}
