"""What the page does in the browser: open a citation, bring an answer or a quote into view, say its language."""

# A marker in the text opens its citation; the quote is brought into view when its page opens.
HEAD = """<script>
document.addEventListener('click', (event) => {
  const mark = event.target.closest('a[href^="#cite-"]');
  if (!mark) return;
  event.preventDefault();
  window.openedCitation = mark.getAttribute('href').slice('#cite-'.length);
  document.getElementById('open-citation').click();
});
// A chip asks as a person would, in the box, so that it waits for its turn and stops like any question.
window.askQuestion = (question) => {
  const box = document.querySelector('#question textarea');
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set.call(box, question);
  box.dispatchEvent(new Event('input', {bubbles: true}));
  document.getElementById('send').click();
};
window.chooseReading = (reading) => {
  window.chosenReading = reading;
  document.getElementById('choose-reading').click();
};
// Gradio labels a message with its markup: what it says is read instead.
new MutationObserver(() => {
  document.querySelectorAll('#chat [data-testid][aria-label]').forEach((message) => message.removeAttribute('aria-label'));
  document.querySelectorAll('#chat [role=log]:not([aria-label=Conversation])').forEach((log) => log.setAttribute('aria-label', 'Conversation'));
}).observe(document.documentElement, {childList: true, subtree: true, attributeFilter: ['aria-label']});
</script>"""
# The last two inputs are the phase and the intent that were chosen.
CHOSEN = (
    "(...inputs) => [...inputs.slice(0, -2), window.chosenReading.phase ?? null, window.chosenReading.intent ?? null]"
)
OPENED = "(key, cited, language) => [window.openedCitation, cited, language]"
SHOW_QUOTE = "() => { setTimeout(() => document.getElementById('quote')?.scrollIntoView({block: 'center'}), 150); }"
# A long answer is read from its beginning: the chat shows the last question at its top.
SHOW_ANSWER = """() => { setTimeout(() => {
  const answers = document.querySelectorAll('#chat .answer');
  const last = answers[answers.length - 1];
  let box = last && last.parentElement;
  while (box && getComputedStyle(box).overflowY !== 'auto' && getComputedStyle(box).overflowY !== 'scroll') box = box.parentElement;
  const asked = last && last.closest('.message-row') && last.closest('.message-row').previousElementSibling || last;
  if (box) box.scrollTop += asked.getBoundingClientRect().top - box.getBoundingClientRect().top;
}, 200); }"""
# Screen readers speak the language of the page.
SPOKEN = "(language) => { document.documentElement.lang = language; }"
