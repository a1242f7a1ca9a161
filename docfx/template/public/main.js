// GitHub typesets a code block of the language math; this site typesets elements of the class math.
function typesetMathBlocks() {
    for (const code of document.querySelectorAll('pre > code.lang-math')) {
        const formula = document.createElement('div');
        formula.className = 'math';
        formula.textContent = `\\[${code.textContent}\\]`;
        code.parentElement.replaceWith(formula);
    }
}

// A block that names no language, such as a command or a drawing, has no colours: do not guess one.
function colourNamedLanguagesOnly(highlighter) {
    highlighter.configure({ languages: [] });
}

export default { start: typesetMathBlocks, configureHljs: colourNamedLanguagesOnly };
