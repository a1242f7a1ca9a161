namespace Gan.Onnx;

/// <summary>A sequence of codes in given shares: any stretch of it has nearly those shares, since places are spread evenly and not drawn.</summary>
/// <remarks>
/// Place i is the fraction of start + i · step. The steps of d columns are the powers of 1/g, where g^(d + 1) = g + 1 (the golden ratio for one
/// column), so that pairs of columns are spread evenly, too (Roberts, "The unreasonable effectiveness of quasirandom sequences", 2018).
/// </remarks>
internal sealed class ShareSequence
{
    private const int Refinements = 64;

    private readonly long[] _codes;
    private readonly double[] _below;                                 // the shares up to and with each code
    private readonly ulong _start, _step;

    /// <param name="shares">The codes and their shares; together 1.</param>
    /// <param name="seed">The seed, which decides where the sequence begins.</param>
    /// <param name="column">Which of the columns it is.</param>
    /// <param name="columns">How many there are.</param>
    public ShareSequence(IReadOnlyList<(long Code, double Share)> shares, int seed, int column, int columns)
    {
        _codes = [.. shares.Select(share => share.Code)];
        _below = new double[_codes.Length];
        for (var (place, sum) = (0, 0.0); place < _below.Length; place++) _below[place] = sum += shares[place].Share;
        var root = 1.0;                                               // g, by steps that every machine takes alike
        for (var step = 0; step < Refinements; step++)
        {
            var power = 1.0;
            for (var times = 0; times < columns; times++) power *= root;
            root -= (power * root - root - 1) / ((columns + 1) * power - 1);
        }
        var fraction = 1.0;
        for (var times = 0; times <= column; times++) fraction /= root;
        _step = (ulong)(fraction * Math.Pow(2, 64));
        _start = (ulong)(Philox.Block(new((uint)column, 0, 0, 0), (uint)seed, (uint)LatentStream.Share).Unit0 * Math.Pow(2, 64));
    }

    /// <summary>The code of a row.</summary>
    public long CodeOf(long row)
    {
        var place = (unchecked(_start + (ulong)row * _step) >> 11) * Math.Pow(2, -53);
        var found = Array.FindIndex(_below, below => place < below);
        return _codes[found < 0 ? _codes.Length - 1 : found];
    }
}
