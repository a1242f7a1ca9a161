using Gan.Serving;

namespace Gan.AspNetCore;

/// <summary>Samples that were made together with those of other requests.</summary>
internal sealed class MadeVectors(GanSamples samples) : VectorRows
{
    private int _index = -1;

    public override bool IsMade => true;

    public override string? Class => samples.ClassNames.Count == 0 ? null : samples.ClassNames[_index];

    public override ReadOnlySpan<float> Values => samples[_index];

    public override bool MoveNext() => ++_index < samples.Count;

    public override void Dispose()
    {
        // the samples are the collector's
    }
}
