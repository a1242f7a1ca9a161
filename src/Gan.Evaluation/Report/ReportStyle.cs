namespace Gan.Evaluation.Report;

/// <summary>The page's style sheet.</summary>
internal static class ReportStyle
{
    public const string Css =
        """
        :root { --real: #2a6fbb; --synthetic: #e07a1f; --ink: #1d2733; --soft: #66717e; --line: #dfe4ea; }
        * { box-sizing: border-box; }
        body { margin: 0 auto; max-width: 1180px; padding: 28px 24px 60px;
            font: 15px/1.5 system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif; color: var(--ink); background: #f6f7f9; }
        h1 { margin: 0; font-size: 27px; } h2 { margin: 40px 0 4px; font-size: 20px; } h3 { margin: 0; font-size: 15px; overflow-wrap: anywhere; }
        p { margin: 2px 0 14px; color: var(--soft); max-width: 88ch; }
        .cards, .columns { display: grid; gap: 14px; }
        .cards { grid-template-columns: repeat(auto-fill, minmax(172px, 1fr)); }
        .columns { grid-template-columns: repeat(auto-fill, minmax(340px, 1fr)); }
        .card { background: white; border: 1px solid var(--line); border-radius: 10px; padding: 14px 16px; }
        .card p { margin: 4px 0 0; font-size: 12.5px; line-height: 1.4; }
        .card b .none { font-size: 17px; font-weight: 400; color: var(--soft); }
        .card b { display: block; font-size: 26px; line-height: 1.25; font-variant-numeric: tabular-nums; }
        .meter { height: 5px; border-radius: 3px; background: #e9edf1; margin: 4px 0; overflow: hidden; }
        .meter i { display: block; height: 100%; background: #2e9e5b; }
        .head { display: flex; justify-content: space-between; gap: 10px; margin-bottom: 8px; }
        .head span { font-variant-numeric: tabular-nums; font-weight: 600; }
        .note { font-size: 12.5px; color: var(--soft); } .none { font-style: italic; }
        .key { display: inline-block; width: 12px; height: 12px; border-radius: 3px; margin: 0 5px -1px 14px; } .key:first-child { margin-left: 0; }
        .real { fill: var(--real); background: var(--real); } .soft { fill-opacity: .38; }
        .synthetic { fill: var(--synthetic); background: var(--synthetic); }
        .outline { fill: none; stroke: var(--synthetic); stroke-width: 2; stroke-linejoin: round; } .axis { stroke: #aab3bd; stroke-width: 1; }
        svg { display: block; width: 100%; height: auto; }
        text { font-size: 12px; fill: var(--ink); } .end { text-anchor: end; } .narrow { font-size: 11px; }
        .small { font-size: 11px; fill: var(--soft); }
        .unmeasured { fill: none; stroke: #aab3bd; stroke-dasharray: 2 3; }
        .remarks { margin: 16px 0 0; padding-left: 20px; color: var(--soft); font-size: 13.5px; }
        .dark { fill: #3a2160; } .light { fill: white; }
        table { border-collapse: collapse; background: white; border: 1px solid var(--line); border-radius: 10px; width: 100%;
            font-variant-numeric: tabular-nums; }
        th, td { padding: 6px 14px; text-align: left; border-bottom: 1px solid var(--line); }
        th { font-size: 13px; color: var(--soft); font-weight: 600; } .number { text-align: right; }
        .scale { display: inline-block; width: 130px; height: 12px; border-radius: 3px; margin: 0 8px -1px;
            background: linear-gradient(to right, rgb(242,240,247), rgb(74,20,134)); }
        """;
}
