namespace Gan.Onnx;

/// <summary>Ways through the latent space: between two vectors, over a plane, towards the mean of the prior.</summary>
/// <remarks>
/// Several vectors stand in a span one after the other, as <see cref="GeneratorTransformer.Generate(ReadOnlySpan{float}, Span{float})"/> and
/// <see cref="TabularBatch.Generate"/> read them. Lengths are in the units of the prior: the components of N(0, I) have standard deviation 1.
/// </remarks>
public static class LatentSpace
{
    /// <summary>A vector on the straight line between two: (1 - t) a + t b.</summary>
    /// <param name="from">The vector a, which amount 0 gives.</param>
    /// <param name="to">The vector b, which amount 1 gives.</param>
    /// <param name="amount">How far from a to b, t. Range: any; beyond 0 and 1 the line goes on.</param>
    /// <param name="latent">Where the vector goes.</param>
    /// <remarks>For a uniform prior, whose cube the line does not leave. Half-way between two normal vectors it is shorter than both.</remarks>
    /// <exception cref="ArgumentException">The vectors have different lengths.</exception>
    public static void Lerp(ReadOnlySpan<float> from, ReadOnlySpan<float> to, float amount, Span<float> latent)
    {
        RequireAlike(from.Length, to.Length, nameof(to));
        RequireAlike(from.Length, latent.Length, nameof(latent));
        for (var i = 0; i < latent.Length; i++) latent[i] = (float)((1.0 - amount) * from[i] + (double)amount * to[i]);
    }

    /// <summary>A vector on the arc between two: its direction turns evenly, and its length changes evenly.</summary>
    /// <param name="from">The vector a, which amount 0 gives.</param>
    /// <param name="to">The vector b, which amount 1 gives.</param>
    /// <param name="amount">How far from a to b, t. Range: any; beyond 0 and 1 the arc goes on.</param>
    /// <param name="latent">Where the vector goes.</param>
    /// <remarks>
    /// With unit vectors u and v of a and b, and the angle Ω between them, the direction is (sin((1 - t) Ω) u + sin(t Ω) v) / sin Ω (Shoemake,
    /// "Animating rotation with quaternion curves", 1985), and the length (1 - t) |a| + t |b|. For a normal prior: all its vectors are about as
    /// long, √n, and so are those between (White, "Sampling generative networks", 2016).
    /// </remarks>
    /// <exception cref="ArgumentException">The vectors have different lengths, or point in opposite directions.</exception>
    public static void Slerp(ReadOnlySpan<float> from, ReadOnlySpan<float> to, float amount, Span<float> latent)
    {
        RequireAlike(from.Length, to.Length, nameof(to));
        RequireAlike(from.Length, latent.Length, nameof(latent));
        new Arc(from, to).At(amount, from, to, latent);
    }

    /// <summary>Vectors on the straight line between two, in even steps.</summary>
    /// <param name="from">The first vector.</param>
    /// <param name="to">The last vector.</param>
    /// <param name="latents">Where they go. Length: a multiple of a vector's, for two vectors or more.</param>
    /// <remarks>See <see cref="Lerp"/>.</remarks>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    public static void LinearPath(ReadOnlySpan<float> from, ReadOnlySpan<float> to, Span<float> latents)
    {
        var rows = RequireRows(from.Length, latents, least: 2);
        for (var row = 0; row < rows; row++) Lerp(from, to, row / (rows - 1f), Row(latents, row, from.Length));
    }

    /// <summary>Vectors on the arc between two, in even steps.</summary>
    /// <param name="from">The first vector.</param>
    /// <param name="to">The last vector.</param>
    /// <param name="latents">Where they go. Length: a multiple of a vector's, for two vectors or more.</param>
    /// <remarks>See <see cref="Slerp"/>.</remarks>
    /// <exception cref="ArgumentException">A length does not fit, or the vectors point in opposite directions.</exception>
    public static void SphericalPath(ReadOnlySpan<float> from, ReadOnlySpan<float> to, Span<float> latents)
    {
        RequireAlike(from.Length, to.Length, nameof(to));
        var rows = RequireRows(from.Length, latents, least: 2);
        var arc = new Arc(from, to);
        for (var row = 0; row < rows; row++) arc.At(row / (rows - 1f), from, to, Row(latents, row, from.Length));
    }

    /// <summary>Vectors over a part of a plane, row by row: c + x a + y b, with x and y from -1 to 1 in even steps.</summary>
    /// <param name="center">The vector in the middle, c.</param>
    /// <param name="across">From the middle to the right edge, a.</param>
    /// <param name="down">From the middle to the lower edge, b.</param>
    /// <param name="columns">The number of vectors beside each other. Range: >= 1; a single one is in the middle.</param>
    /// <param name="latents">Where they go. Length: a multiple of those of a row of the grid.</param>
    /// <exception cref="ArgumentException">A length does not fit.</exception>
    public static void Grid(
        ReadOnlySpan<float> center, ReadOnlySpan<float> across, ReadOnlySpan<float> down, int columns, Span<float> latents)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        RequireAlike(center.Length, across.Length, nameof(across));
        RequireAlike(center.Length, down.Length, nameof(down));
        var rows = RequireRows(checked(columns * center.Length), latents, least: 1);
        for (var place = 0; place < rows * columns; place++)
        {
            var (x, y) = (Coordinate(place % columns, columns), Coordinate(place / columns, rows));
            var latent = Row(latents, place, center.Length);
            for (var i = 0; i < latent.Length; i++) latent[i] = (float)(center[i] + x * across[i] + y * down[i]);
        }
    }

    /// <summary>Moves vectors towards the mean of the prior, 0: z becomes ψ z.</summary>
    /// <param name="latents">The vectors.</param>
    /// <param name="psi">What is left of them, ψ. Range: from 0, all alike, to 1, none changed.</param>
    /// <remarks>
    /// Fewer odd samples, and less variety (Karras, Laine and Aila, "A style-based generator architecture", 2019, who do so with a network's own
    /// latent vectors w). The other way is a threshold, as in <see cref="GeneratorTransformer.DrawLatents"/>.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">ψ is not from 0 to 1.</exception>
    public static void Truncate(Span<float> latents, float psi)
    {
        if (!(psi is >= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(psi), FormattableString.Invariant($"ψ must be from 0 to 1, but was {psi}."));
        foreach (ref var component in latents) component *= psi;
    }

    /// <summary>Gives all vectors some components of one: what these say of a sample stays, as a style, while the others vary.</summary>
    /// <param name="style">The vector whose components are held.</param>
    /// <param name="components">Which of them: <c>..8</c> for the first eight.</param>
    /// <param name="latents">The vectors. Length: a multiple of the style's.</param>
    /// <exception cref="ArgumentException">A length does not fit, or there are no such components.</exception>
    public static void Hold(ReadOnlySpan<float> style, Range components, Span<float> latents)
    {
        var rows = RequireRows(style.Length, latents, least: 0);
        for (var row = 0; row < rows; row++) style[components].CopyTo(Row(latents, row, style.Length)[components]);
    }

    private static double Coordinate(int place, int count) => count == 1 ? 0 : 2.0 * place / (count - 1) - 1;

    private static Span<float> Row(Span<float> latents, int row, int size) => latents.Slice(row * size, size);

    private static void RequireAlike(int expected, int actual, string parameterName)
    {
        if (actual != expected)
            throw new ArgumentException($"The latent vectors must be of one length, but have {expected} and {actual} components.", parameterName);
    }

    /// <summary>The number of vectors in a span.</summary>
    internal static int RequireRows(int size, ReadOnlySpan<float> latents, int least)
    {
        if (size > 0 && latents.Length % size == 0 && latents.Length / size >= least) return latents.Length / size;
        throw new ArgumentException(
            $"The latents must be {least} or more times {size} values, but were {latents.Length} values.", nameof(latents));
    }
}
