import { messages } from './i18n.ts'

/** One plain sentence for every error that can reach a user: what happened, what was kept, what to do. */
export const errorMessages = messages(
  'errors',
  {
    'database-unavailable':
      'De opslag van de browser kan niet worden geopend; er is niets veranderd. Probeer het opnieuw.',
    quota:
      'De browser kon niet opslaan: de ruimte is op of zijn opslag hapert. Wat al bewaard was, is er nog. Probeer het opnieuw.',
    'newer-database':
      'Deze gegevens zijn van een nieuwere versie van Kamerlens. U kunt ze lezen; werk Kamerlens bij om te schrijven.',
    'upgrade-refused':
      'Deze versie van Kamerlens kon de opslag niet overnemen zonder iets te verliezen, en heeft dat dus niet gedaan. Alles staat er nog; werk Kamerlens bij.',
    'upgrade-unsecured':
      'De opslag van de browser kan niet worden geopend; er is niets veranderd. Maak ruimte op de schijf of start de browser opnieuw.',
    'upgrade-blocked':
      'De opslag van de browser kan niet worden geopend; er is niets veranderd. Sluit andere vensters of start de browser opnieuw.',
    'journal-unavailable':
      'De tweede kopie kan niet worden geopend; er is niets veranderd. Probeer het opnieuw; blijft het zo, start dan de browser opnieuw.',
    'not-secured':
      'De tweede kopie, die Kamerlens naast de database bijhoudt, kon niet worden geschreven. Uw tekst staat er nog; Kamerlens probeert het vanzelf opnieuw.',
    'not-found': 'Dit staat niet (meer) in Kamerlens.',
    'undo-gone': 'Na een latere import, of na een uur, kan dit niet meer.',
    erased: 'Alles is intussen gewist; er is niets bewaard.',
    invalid: 'Kamerlens begreep deze opdracht niet; er is niets veranderd.',
    unknown: 'Er ging iets mis, of Kamerlens gaf geen antwoord. Probeer het opnieuw.',
    'empty-file': 'Dit bestand is leeg; er is niets bewaard.',
    'too-large':
      'Dit bestand is te groot: meer dan 100 MB, of het zet uit tot veel meer dan een document. Er is niets bewaard.',
    'unknown-format': 'Dit is geen PDF-, Word- (.docx), XML-, HTML- of tekstbestand; er is niets bewaard.',
    'old-word':
      'Dit is een oud Word-bestand (.doc). Bewaar het in Word als .docx of PDF en open dat; er is niets bewaard.',
    'broken-pdf': 'Deze PDF is beschadigd en kan niet worden gelezen; er is niets bewaard.',
    'broken-docx':
      'Dit Word-bestand is beschadigd of niet helemaal binnengekomen; er is niets bewaard. Haal het opnieuw op.',
    'broken-xml':
      'Dit XML-bestand is beschadigd of niet helemaal binnengekomen; er is niets bewaard. Haal het opnieuw op.',
    'too-complex':
      'Dit bestand zit zo diep of fijn in elkaar dat Kamerlens het niet leest; er is niets bewaard. Open een andere versie, zoals de PDF.',
    'password-protected':
      'Dit bestand is met een wachtwoord beveiligd; er is niets bewaard. Bewaar een kopie zonder wachtwoord en open die.',
    'image-only': 'Dit document bestaat uit afbeeldingen zonder tekst; er is niets bewaard. Zoek een versie met tekst.',
    'unreadable-text': 'De letters in dit bestand zijn niet als tekst te lezen; er is niets bewaard.',
    'no-questions': 'In dit document staan geen genummerde vragen; er is niets bewaard.',
    unreachable: 'De site gaf dit document niet; er is niets bewaard. Probeer het later opnieuw.',
    'not-official': 'Kamerlens leest alleen documenten van de officiële sites; er is niets bewaard.',
    cancelled: 'Gestopt; er is niets bewaard.',
    'half-erased':
      'Uw gegevens zijn gewist, maar nog niet alles daaromheen. Sluit de browser en kies daarna nog eens «Alles wissen».',
    'site-refused': 'De browser gaf geen toestemming voor deze site.',
    'no-permission': 'De browser gaf geen toestemming; er is geen kopie gemaakt.',
    'folder-gone': 'De map voor kopieën is er niet (meer). Kies een andere; eerdere kopieën staan waar ze stonden.',
    'no-room': 'Op de schijf is geen plaats voor de kopie; eerdere kopieën staan er nog.',
    'in-use': 'Een ander programma houdt de map of de kopie vast; Kamerlens probeert het later opnieuw.',
    'not-same': 'De kopie is niet wat er geschreven werd en geldt niet; eerdere kopieën staan er nog.',
    'not-finished': 'De browser heeft de kopie niet helemaal opgeslagen; eerdere kopieën staan er nog.',
    'no-notes': 'Er zijn geen notities om te exporteren.',
    'no-papers': 'Er zijn geen stukken met een code om te exporteren.',
    'not-an-export':
      'Dit bestand is niet te importeren, er is niets veranderd. Te importeren zijn «Alles, om terug te zetten» van Kamerlens, exports van Hypothesis en Web Annotation (JSON-LD). Codes uit een lijst of tabel plakt u in het zoekveld.',
    'damaged-annotations': 'In dit bestand staat een annotatie die niet klopt met de standaard; er is niets veranderd.',
    'too-many-annotations': 'Dit bestand heeft meer dan 50.000 annotaties; er is niets veranderd. Verdeel het.',
    'no-annotations': 'In dit bestand staat geen annotatie met tekst en een webadres; er is niets veranderd.',
    'cut-off': 'Dit exportbestand is afgebroken; er is niets veranderd.',
    'newer-export':
      'Dit exportbestand is van een nieuwere versie van Kamerlens; er is niets veranderd. Werk Kamerlens eerst bij.',
    damaged: 'Dit exportbestand is beschadigd; er is niets veranderd.',
    'selection-too-long':
      'De selectie is te lang: een passage heeft hooguit 10.000 tekens. Selecteer een korter stuk; er is niets bewaard.',
    'nothing-selected':
      'Er is geen tekst geselecteerd waar een notitie bij kan. Selecteer eerst de woorden op de pagina zelf.',
    'selection-without-place':
      'Bij deze selectie kan geen notitie: Kamerlens kan de plaats ervan niet onthouden, of mag deze pagina niet lezen. Er is niets bewaard.',
    'no-page': 'Deze pagina kan niet worden gelezen. Laad de pagina opnieuw en probeer het nog eens.',
  },
  {
    'database-unavailable': 'The browser’s storage cannot be opened; nothing was changed. Please try again.',
    quota:
      'The browser could not save: it is out of space, or its storage is failing. What was saved before is still there. Please try again.',
    'newer-database': 'This data is from a newer version of Kamerlens. You can read it; update Kamerlens to change it.',
    'upgrade-refused':
      'This version of Kamerlens could not take over the stored data without losing something, so it did not. Everything is still there; please update Kamerlens.',
    'upgrade-unsecured':
      'The browser’s storage cannot be opened; nothing was changed. Make room on the disk or restart the browser.',
    'upgrade-blocked':
      'The browser’s storage cannot be opened; nothing was changed. Close other windows or restart the browser.',
    'journal-unavailable':
      'The second copy cannot be opened; nothing was changed. Please try again; if it stays so, restart the browser.',
    'not-secured':
      'The second copy, which Kamerlens keeps beside the database, could not be written. Your text is still here; Kamerlens will try again by itself.',
    'not-found': 'This is not, or no longer, in Kamerlens.',
    'undo-gone': 'After a later import, or after an hour, this is no longer possible.',
    erased: 'Everything has been erased meanwhile; nothing was saved.',
    invalid: 'Kamerlens did not understand this request; nothing was changed.',
    unknown: 'Something went wrong, or Kamerlens did not answer. Please try again.',
    'empty-file': 'This file is empty; nothing was saved.',
    'too-large': 'This file is too large: over 100 MB, or it unpacks to far more than a document. Nothing was saved.',
    'unknown-format': 'This is not a PDF, Word (.docx), XML, HTML or text file; nothing was saved.',
    'old-word': 'This is an old Word file (.doc). Save it in Word as .docx or PDF and open that; nothing was saved.',
    'broken-pdf': 'This PDF is damaged and cannot be read; nothing was saved.',
    'broken-docx': 'This Word file is damaged or incomplete; nothing was saved. Please download it again.',
    'broken-xml': 'This XML file is damaged or incomplete; nothing was saved. Please download it again.',
    'too-complex':
      'This file is too deeply nested or too fragmented for Kamerlens; nothing was saved. Please open another version, such as the PDF.',
    'password-protected':
      'This file is protected by a password; nothing was saved. Save a copy without a password and open that.',
    'image-only':
      'This document consists of images without text; nothing was saved. Please look for a version with text.',
    'unreadable-text': 'The letters in this file cannot be read as text; nothing was saved.',
    'no-questions': 'There are no numbered questions in this document; nothing was saved.',
    unreachable: 'The site did not return this document; nothing was saved. Please try again later.',
    'not-official': 'Kamerlens reads documents from the official sites only; nothing was saved.',
    cancelled: 'Stopped; nothing was saved.',
    'half-erased':
      'Your data has been erased, but not yet everything that goes with it. Close the browser, then choose “Erase everything” once more.',
    'site-refused': 'The browser did not give permission for this site.',
    'no-permission': 'The browser did not give permission; no copy was made.',
    'folder-gone': 'The folder for copies is gone. Choose another; earlier copies are where they were.',
    'no-room': 'The disk has no room for the copy; earlier copies are still there.',
    'in-use': 'Another program holds the folder or the copy; Kamerlens will try again later.',
    'not-same': 'The copy differs from what was written, so it does not count; earlier copies are still there.',
    'not-finished': 'The browser did not save all of the copy; earlier copies are still there.',
    'no-notes': 'There are no notes to export.',
    'no-papers': 'There are no papers with a code to export.',
    'not-an-export':
      'This file can’t be imported; nothing was changed. What can be imported: “Everything, for restoring” from Kamerlens, exports from Hypothesis and Web Annotation (JSON-LD). Codes from a list or a table are pasted into the search field.',
    'damaged-annotations': 'An annotation in this file is malformed; nothing was changed.',
    'too-many-annotations': 'This file has more than 50,000 annotations; nothing was changed. Please split it.',
    'no-annotations': 'No annotation in this file has a text and a web address; nothing was changed.',
    'cut-off': 'This export file was cut off; nothing was changed.',
    'newer-export':
      'This export file is from a newer version of Kamerlens; nothing was changed. Update Kamerlens first.',
    damaged: 'This export file is damaged; nothing was changed.',
    'selection-too-long':
      'The selection is too long: a passage can have 10,000 characters at most. Select a shorter piece; nothing was saved.',
    'nothing-selected': 'No text is selected that a note could belong to. First select the words on the page itself.',
    'selection-without-place':
      'This selection cannot have a note: Kamerlens cannot remember its place, or may not read this page. Nothing was saved.',
    'no-page': 'This page cannot be read. Reload it and try again.',
  },
)
