namespace Rubicon.Reports.Html.Law;

/// <summary>What pages of law add to <see cref="HtmlStyle"/>.</summary>
internal static class LawStyle
{
    internal const string Sheet = """

        nav ul { columns: 2 24rem; padding-left: 1.1rem; }
        a { color: var(--blue); }
        article.current { border-left-color: var(--blue); }
        table.words td:first-child { width: 50%; }
        table.words .depth1 { padding-left: 1.5rem; } table.words .depth2 { padding-left: 2.5rem; } table.words .depth3 { padding-left: 3.5rem; }
        table.words .depth4 { padding-left: 4.5rem; } table.words .depth5, table.words .depth6, table.words .depth7, table.words .depth8 { padding-left: 5.5rem; }
        .badge.plain { color: var(--text); }
        svg.timeline { display: block; width: 100%; height: auto; margin: .75rem 0; overflow: visible; }
        svg.timeline text { fill: var(--text); font: 11px system-ui, "Noto Sans", "Noto Sans CJK SC", sans-serif; }
        svg.timeline text.year { fill: var(--soft); }
        svg.timeline .tick { stroke: var(--line); stroke-width: 1; }
        svg.timeline .asof { stroke: var(--blue); stroke-width: 2; stroke-dasharray: 4 3; }
        svg.timeline .bar { stroke-width: 1; stroke: var(--text); fill: var(--line); }
        svg.timeline .bar.prohibited { fill: var(--red); } svg.timeline .bar.license-required { fill: var(--purple); } svg.timeline .bar.review { fill: var(--amber); }
        svg.timeline .bar.allowed { fill: var(--green); } svg.timeline .bar.not-assessed { fill: var(--card); stroke-dasharray: 4 2; }
        @media print { svg.timeline .bar { fill: #bbb; } svg.timeline .bar.not-assessed { fill: #fff; } nav { break-after: page; } }
        """;
}
