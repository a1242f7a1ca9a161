/** A button that copies the page's address, which holds what is shown. */
export function shareLink(button) {
  const text = button.textContent;
  button.onclick = async () => {
    try {
      await navigator.clipboard.writeText(location.href);
      button.textContent = 'Copied';
    } catch {
      button.textContent = 'Copy it from the address bar';
    }
    setTimeout(() => { button.textContent = text; }, 2000);
  };
}
