/* Presses the only button of a page that has nothing else to say. */
"use strict";

document.querySelector("form[data-onward]").submit();
