using System.Runtime.InteropServices;

namespace Microsoft.ML.Gan.Vectors.Data;

/// <summary>The statistics of values of single precision.</summary>
internal sealed class SingleStatistics : FeatureStatistics
{
    private readonly SlotStatistics[] _slots;
    private bool _areBytes = true;
    private (float Value, long Count) _least = (float.PositiveInfinity, 0), _greatest = (float.NegativeInfinity, 0);

    public SingleStatistics(int slots)
    {
        _slots = new SlotStatistics[slots];
        Array.Fill(_slots, SlotStatistics.Empty);
    }

    public override IReadOnlyList<SlotStatistics> Slots => _slots;

    public override bool HasValuesLikePixels => _areBytes && _greatest.Value > byte.MaxValue / 2;

    public override bool HasEndsLikePixels => _least.Count > 1 && _greatest.Count > 1;

    public override void Add(ReadOnlySpan<byte> row)
    {
        var slot = 0;
        foreach (var value in MemoryMarshal.Cast<byte, float>(row))
        {
            _slots[slot].Add(value);
            if (++slot == _slots.Length) slot = 0;
            _areBytes = _areBytes && value is >= 0 and <= byte.MaxValue && value == MathF.Floor(value);
            if (value <= _least.Value) _least = (value, value == _least.Value ? _least.Count + 1 : 1);
            if (value >= _greatest.Value) _greatest = (value, value == _greatest.Value ? _greatest.Count + 1 : 1);
        }
    }
}
