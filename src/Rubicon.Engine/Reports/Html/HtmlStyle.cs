namespace Rubicon.Reports.Html;

/// <summary>
/// The style sheet. Text colors keep a contrast of at least 4.5 to 1 on their backgrounds in light and dark (WCAG 2.2, 1.4.3);
/// on paper everything is black on white with borders.
/// </summary>
internal static class HtmlStyle
{
    internal const string Sheet = """

        :root { color-scheme: light dark; --text: #1b1f24; --soft: #4d5661; --page: #ffffff; --card: #f6f7f9; --line: #c8ced6;
          --red: #a1141f; --purple: #6b2a9c; --amber: #7a4b00; --blue: #0b5394; --green: #1b6330; }
        @media (prefers-color-scheme: dark) { :root { --text: #e8ebef; --soft: #b4bdc8; --page: #14171b; --card: #1d2126; --line: #434b55;
          --red: #ff8f94; --purple: #d3a6ff; --amber: #f2bd5b; --blue: #86bdf5; --green: #7fd396; } }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--page); color: var(--text); font: 16px/1.5 system-ui, "Noto Sans", "Noto Sans CJK SC", sans-serif; overflow-wrap: anywhere; }
        main, footer { max-width: 64rem; margin: 0 auto; padding: 1rem 1.25rem; }
        h1 { font-size: 1.75rem; line-height: 1.2; margin: .5rem 0 1rem; }
        h2 { font-size: 1.3rem; margin: 2rem 0 .75rem; padding-bottom: .25rem; border-bottom: 2px solid var(--line); }
        h3 { font-size: 1.05rem; margin: 0 0 .25rem; }
        h4 { font-size: 1rem; margin: 1rem 0 0; }
        p { margin: .25rem 0; }
        dl.head { display: grid; grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr)); gap: .5rem 1.5rem; margin: 0; }
        dl.head div { margin: 0; }
        dt, .places, .citation, caption, footer { color: var(--soft); font-size: .875rem; }
        dd { margin: 0; }
        .sum { font-size: 1.1rem; }
        ul.totals { list-style: none; display: flex; flex-wrap: wrap; gap: .5rem; padding: 0; margin: .5rem 0 1rem; }
        .badge { display: inline-block; border: 2px solid currentColor; border-radius: .4rem; padding: 0 .5rem; font-size: .875rem; font-weight: 600; }
        .badge.prohibited { color: var(--red); } .badge.license-required { color: var(--purple); } .badge.review { color: var(--amber); }
        .badge.not-assessed { color: var(--blue); border-style: dashed; } .badge.allowed { color: var(--green); }
        article { background: var(--card); border: 1px solid var(--line); border-left: .4rem solid var(--line); border-radius: .4rem; padding: .75rem 1rem; margin: 0 0 1rem; }
        article.prohibited { border-left-color: var(--red); } article.license-required { border-left-color: var(--purple); } article.review { border-left-color: var(--amber); }
        article.not-assessed { border-left-color: var(--blue); } article.allowed { border-left-color: var(--green); }
        ul.proof, ul.proof ul { list-style: none; margin: .35rem 0; padding-left: 0; }
        ul.proof ul { padding-left: 1.25rem; }
        ul.proof li { margin: .25rem 0; }
        .mark { display: inline-block; min-width: 6.25rem; font-weight: 600; }
        .mark.yes { color: var(--text); } .mark.no { color: var(--soft); } .mark.unknown { color: var(--amber); }
        .evidence { color: var(--soft); padding-left: .75rem; border-left: 2px solid var(--line); }
        .ask, .do { border-left: 3px solid var(--blue); padding-left: .6rem; }
        .do { border-left-color: var(--purple); }
        .left { font-weight: 600; }
        .wide { overflow-x: auto; margin: .75rem 0; }
        .wide:focus-visible { outline: 3px solid var(--blue); }
        table { border-collapse: collapse; width: 100%; font-size: .9rem; }
        caption { text-align: left; padding-bottom: .25rem; font-weight: 600; }
        th, td { text-align: left; vertical-align: top; border: 1px solid var(--line); padding: .3rem .5rem; min-width: 6.5rem; }
        thead th { overflow-wrap: normal; }
        thead th { background: var(--card); }
        tbody th { font-weight: 400; min-width: 8.5rem; }
        @media print { :root { --text: #000; --soft: #333; --page: #fff; --card: #fff; --line: #888; --red: #000; --purple: #000; --amber: #000; --blue: #000; --green: #000; }
          body { font-size: 10pt; } main, footer { max-width: none; padding: 0; } .wide { overflow: visible; }
          h2, h3, h4 { break-after: avoid; } article, tr { break-inside: avoid; } thead { display: table-header-group; } @page { margin: 16mm; } }
        """;
}
